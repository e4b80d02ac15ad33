package org.hamtlab.experiments.analysis.effect;

import java.util.BitSet;

/**
 * Least squares on a matrix of products, one column in or out at a time.
 *
 * <p>Shape: products of all columns and of the response, the response last. Sweeping a column
 * brings it into the model, sweeping it back takes it out; the last corner is the residual sum of
 * squares. A column that those in the model spell already has a pivot of 0 and stays out. Cost: p²
 * a sweep.
 *
 * <p>Source: J. H. Goodnight, "A Tutorial on the SWEEP Operator", The American Statistician 33,
 * 1979, doi:10.2307/2683825.
 */
final class SweptModel {
  /** A pivot below this share of what it was is rounding. */
  private static final double RANK_TOLERANCE = 1e-9;

  private final double[][] products;
  private final double[] scale;
  private final BitSet in = new BitSet();

  private SweptModel(double[][] products, double[] scale, BitSet in) {
    this.products = products;
    this.scale = scale;
    this.in.or(in);
  }

  /** Nothing in the model yet. */
  static SweptModel of(double[][] columns, double[] response) {
    int size = columns.length + 1;
    double[][] products = new double[size][size];
    double[] scale = new double[size];
    for (int i = 0; i < size; i++) {
      double[] left = i == columns.length ? response : columns[i];
      for (int j = 0; j <= i; j++) {
        double[] right = j == columns.length ? response : columns[j];
        double sum = 0;
        for (int row = 0; row < response.length; row++) {
          sum += left[row] * right[row];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
      scale[i] = products[i][i];
    }
    return new SweptModel(products, scale, new BitSet());
  }

  SweptModel copy() {
    double[][] rows = new double[products.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = products[i].clone();
    }
    return new SweptModel(rows, scale, in);
  }

  /** Takes a column in, if it adds anything. */
  void add(int column) {
    if (!in.get(column) && products[column][column] > RANK_TOLERANCE * scale[column]) {
      sweep(column, 1);
      in.set(column);
    }
  }

  /** Takes a column out. */
  void remove(int column) {
    if (in.get(column)) {
      sweep(column, -1);
      in.clear(column);
    }
  }

  int rank() {
    return in.cardinality();
  }

  double residual() {
    int last = products.length - 1;
    return Math.max(0, products[last][last]);
  }

  private void sweep(int k, int sign) {
    double pivot = products[k][k];
    int size = products.length;
    for (int i = 0; i < size; i++) {
      if (i != k && products[i][k] != 0) {
        double factor = products[i][k] / pivot;
        for (int j = 0; j < size; j++) {
          if (j != k) {
            products[i][j] -= factor * products[k][j];
          }
        }
      }
    }
    for (int i = 0; i < size; i++) {
      if (i != k) {
        products[i][k] *= -sign / pivot;
        products[k][i] *= sign / pivot;
      }
    }
    products[k][k] = 1 / pivot;
  }
}
