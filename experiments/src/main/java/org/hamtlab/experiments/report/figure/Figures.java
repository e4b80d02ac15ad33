package org.hamtlab.experiments.report.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;

/** Writes all figures of a bundle, each as SVG, {@code .tex} and {@code .csv}. */
public final class Figures {
  private Figures() {}

  /**
   * Writes them.
   *
   * @param bundle a bundle that has been analysed
   * @param folder where to; made if it is not there
   * @return the files written
   */
  public static List<Path> write(Path bundle, Path folder) {
    List<Figure> figures = new Drawn(new BundleFiles(bundle)).all();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BundleException(
          folder + ": cannot be made (" + e.getMessage() + "). Name another with --out.", e);
    }
    List<Path> written = new ArrayList<>();
    for (Figure figure : figures) {
      written.add(file(folder, figure.name() + ".svg", Svg.of(figure)));
      written.add(file(folder, figure.name() + ".tex", Pgfplots.tex(figure)));
      written.add(file(folder, figure.name() + ".csv", Pgfplots.csv(figure)));
    }
    return written;
  }

  private static Path file(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    BundleFiles.replace(file, text);
    return file;
  }
}
