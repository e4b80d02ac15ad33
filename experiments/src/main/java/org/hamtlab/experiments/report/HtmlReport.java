package org.hamtlab.experiments.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.experiments.page.PageParts;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.sweep.BundleReport;

/**
 * Writes {@code report.html}: template, style, script, chart library and data in one file that
 * loads nothing. The script builds the page from the data and sets all text as text, so nothing in
 * a phrase can become markup.
 */
public final class HtmlReport implements BundleReport {
  private static final String FILE = "report.html";
  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  /** Creates the report writer. */
  public HtmlReport() {}

  @Override
  public Path write(Path bundle) {
    BundleFiles files = new BundleFiles(bundle);
    Analysis analysis =
        files
            .analysis()
            .orElseThrow(() ->
                new BundleException(
                    "report: '"
                        + bundle
                        + "' has no analysis.json (expected one). Run 'hamt report "
                        + bundle
                        + "'."));
    String page =
        resource("report.html")
            .replace("/*STYLE*/", PageParts.style() + resource("report.css"))
            .replace("/*CHARTS*/", resource(CHARTS).replace("</script", "<\\/script"))
            .replace("/*SCRIPT*/", script())
            .replace(
                "/*SAMPLES*/",
                PageParts.embedded(Json.line(PageSamples.of(files.samples().read()))))
            .replace("/*DATA*/", PageParts.embedded(Json.line(data(files, analysis))));
    Path file = bundle.resolve(FILE);
    BundleFiles.replace(file, page);
    return file;
  }

  /** All scripts of our own, in the order that they need. */
  static String script() {
    return PageParts.buildingScript()
        + Stream.of(
                "filter.js",
                "words.js",
                "chart.js",
                "factors.js",
                "tradeoff.js",
                "shape.js",
                "memory.js",
                "locality.js",
                "report.js",
                "trust.js")
            .map(HtmlReport::resource)
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> data(BundleFiles files, Analysis analysis) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("bundle", files.dir().toString());
    Plan plan = files.plan();
    List<Count> counts = files.counts().read();
    data.put("plan", plan);
    data.put("environment", files.environment());
    data.put("analysis", analysis);
    data.put("counts", counts);
    data.put("uniform", new UniformLevels(plan).table(counts));
    data.put("failures", files.failures().read());
    data.put("audits", files.audits().read());
    data.put("hosts", files.hosts().read());
    files.stopped().ifPresent(stopped -> data.put("stopped", stopped));
    files.spec().ifPresent(spec -> data.put("spec", spec.toString()));
    return data;
  }

  private static String resource(String name) {
    return PageParts.resource(HtmlReport.class, name);
  }
}
