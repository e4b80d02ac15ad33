package org.hamtlab.experiments.analysis.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Analysis of variance of a factorial in blocks, complete or not: main effects and two-factor
 * interactions, each tested beside all others that do not contain it (sums of squares of type II).
 *
 * <p>Factors are coded by deviations from their mean level. A parameter that only one strategy has
 * ({@code allocator.slots}) is nested in the factor whose name begins its own. A term whose columns
 * the others spell has no degrees of freedom: the design cannot estimate it.
 *
 * <p>Source: Ø. Langsrud, "ANOVA for unbalanced data: Use Type II instead of Type III sums of
 * squares", Statistics and Computing 13, 2003, doi:10.1023/A:1023260610025; effect sizes after S.
 * Olejnik, J. Algina, Psychological Methods 8, 2003, doi:10.1037/1082-989X.8.4.434.
 */
public final class Anova {
  /** Columns beyond this are left out; interactions of parameters go first. */
  private static final int MOST_COLUMNS = 200;

  private final List<Factor> factors;
  private final List<Block> terms = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final double[] response;
  private final int fixed;

  /** A factor with the level of every row, by number. */
  private record Factor(String name, int levels, int[] ofRow) {
    boolean contains(Factor other) {
      return name.startsWith(other.name + ".");
    }
  }

  /** A term and its columns. */
  private record Block(Factor factor, Factor other, int from, int to) {
    boolean isMain() {
      return other == null;
    }

    /** Whether this is a higher term of the same factor, beside which it means nothing. */
    boolean contains(Block main) {
      return factor.contains(main.factor)
          || (!isMain()
              && (factor == main.factor || other == main.factor || other.contains(main.factor)));
    }
  }

  /** A design with its observations; a factor that lacks a level has the level {@code -}. */
  public Anova(List<String> names, List<Observation> rows) {
    this.response = rows.stream().mapToDouble(Observation::log).toArray();
    this.factors =
        names.stream()
            .map(name ->
                factor(name, rows.stream().map(r -> r.levels().getOrDefault(name, "-")).toList()))
            .filter(factor -> factor.levels() > 1)
            .toList();
    double[] ones = new double[rows.size()];
    Arrays.fill(ones, 1);
    columns.add(ones);
    code(factor("block", rows.stream().map(r -> "" + r.block()).toList())).forEach(columns::add);
    this.fixed = columns.size();
    factors.forEach(factor -> addTerm(factor, null, code(factor)));
    addInteractions(false);
    addInteractions(true);
  }

  private void addInteractions(boolean ofParameters) {
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        Factor one = factors.get(i);
        Factor other = factors.get(j);
        boolean isNested = one.contains(other) || other.contains(one);
        boolean hasParameter = one.name().contains(".") || other.name().contains(".");
        int size = (one.levels() - 1) * (other.levels() - 1);
        if (!isNested && hasParameter == ofParameters && columns.size() + size <= MOST_COLUMNS) {
          addTerm(one, other, products(code(one), code(other)));
        }
      }
    }
  }

  private void addTerm(Factor factor, Factor other, List<double[]> coded) {
    int from = columns.size();
    columns.addAll(coded);
    terms.add(new Block(factor, other, from, columns.size()));
  }

  /** Every term with its test, main effects first. */
  public List<Term> terms() {
    SweptModel empty = SweptModel.of(columns.toArray(double[][]::new), response);
    SweptModel full = empty.copy();
    add(full, 0, columns.size());
    SweptModel blocks = empty.copy();
    add(blocks, 0, fixed);
    int degrees = response.length - full.rank();
    double noise = degrees > 0 ? full.residual() / degrees : Double.NaN;
    List<Term> tested = new ArrayList<>();
    for (Block term : terms) {
      SweptModel with = term.isMain() ? lower(empty, term, true) : full;
      SweptModel without = term.isMain() ? lower(empty, term, false) : without(full, term);
      tested.add(
          test(
              term,
              with.rank() - without.rank(),
              Math.max(0, without.residual() - with.residual()),
              noise,
              degrees,
              blocks.residual()));
    }
    return tested;
  }

  /** The model of all terms that do not contain a main effect, with it or without it. */
  private SweptModel lower(SweptModel empty, Block main, boolean with) {
    SweptModel model = empty.copy();
    add(model, 0, fixed);
    for (Block term : terms) {
      if (term != main && !term.contains(main)) {
        add(model, term.from(), term.to());
      }
    }
    if (with) {
      add(model, main.from(), main.to());
    }
    return model;
  }

  /** The full model without a term; others may fill the room that it took. */
  private SweptModel without(SweptModel full, Block term) {
    SweptModel model = full.copy();
    for (int column = term.from(); column < term.to(); column++) {
      model.remove(column);
    }
    add(model, 0, term.from());
    add(model, term.to(), columns.size());
    return model;
  }

  private static void add(SweptModel model, int from, int to) {
    for (int column = from; column < to; column++) {
      model.add(column);
    }
  }

  private Term test(
      Block term, int degrees, double squares, double noise, int noiseDegrees, double total) {
    String other = term.isMain() ? "" : term.other().name();
    if (degrees == 0 || !(noise > 0) || !(total > 0)) {
      return new Term(term.factor().name(), other, 0, 0, 0, 1, 0, 0, 0);
    }
    double f = squares / degrees / noise;
    return new Term(
        term.factor().name(),
        other,
        degrees,
        squares,
        f,
        FDistribution.of(degrees, noiseDegrees).survivalProbability(f),
        squares / total,
        Math.max(0, (squares - degrees * noise) / (total + noise)),
        Math.sqrt(squares / response.length));
  }

  private static Factor factor(String name, List<String> levels) {
    List<String> distinct = levels.stream().distinct().toList();
    return new Factor(name, distinct.size(), levels.stream().mapToInt(distinct::indexOf).toArray());
  }

  /** One column a level but the last, whose rows have −1 in all. */
  private static List<double[]> code(Factor factor) {
    int last = factor.levels() - 1;
    List<double[]> coded = new ArrayList<>();
    for (int level = 0; level < last; level++) {
      double[] column = new double[factor.ofRow().length];
      for (int row = 0; row < column.length; row++) {
        int here = factor.ofRow()[row];
        column[row] = here == level ? 1 : here == last ? -1 : 0;
      }
      coded.add(column);
    }
    return coded;
  }

  private static List<double[]> products(List<double[]> one, List<double[]> other) {
    List<double[]> products = new ArrayList<>();
    for (double[] left : one) {
      for (double[] right : other) {
        double[] column = new double[left.length];
        for (int row = 0; row < column.length; row++) {
          column[row] = left[row] * right[row];
        }
        products.add(column);
      }
    }
    return products;
  }
}
