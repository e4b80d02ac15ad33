package org.hamtlab.experiments.report;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.experiments.page.PageParts;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Json;

/** A small trie and its memory on a page of the report's style that loads nothing. */
public final class ExplainPage {
  private static final Pattern SPAN = Pattern.compile("[{,]span=([0-9]+)");

  private ExplainPage() {}

  /**
   * Writes the page.
   *
   * @param file where to
   * @param phrase canonical phrase
   * @param roots nodes from the root down: {@code kind}, {@code fragment}, {@code slots}, {@code
   *     text}, {@code memory}, {@code children}
   * @param blockMap which nodes stand where; none if no node has an address
   * @param words what the strategies do
   */
  public static void write(
      Path file,
      String phrase,
      List<Map<String, Object>> roots,
      Optional<BlockMap> blockMap,
      String words) {
    Matcher span = SPAN.matcher(phrase);
    int fanOut = span.find() ? 1 << Integer.parseInt(span.group(1)) : 1;
    Map<String, Object> data = new HashMap<>();
    data.putAll(Map.of("phrase", phrase, "roots", roots, "words", words, "fanOut", fanOut));
    blockMap.ifPresent(blocks -> data.put("blockMap", blocks));
    String page =
        resource("explain.html")
            .replace("/*STYLE*/", PageParts.style() + resource("explain.css"))
            .replace("/*SCRIPT*/", PageParts.buildingScript() + resource("explain.js"))
            .replace("/*DATA*/", PageParts.embedded(Json.line(data)));
    BundleFiles.replace(file, page);
  }

  private static String resource(String name) {
    return PageParts.resource(ExplainPage.class, name);
  }
}
