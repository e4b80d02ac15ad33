package org.hamtlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ServiceLoader;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.sweep.BundleReport;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void isFoundAsTheReportOfASweep() {
    assertThat(ServiceLoader.load(BundleReport.class)).hasAtLeastOneElementOfType(HtmlReport.class);
  }

  @Test
  void keepsDataFromEndingItsElement() {
    String json = "{\"phrase\":\"</script><!-- x\"}";

    String embedded = HtmlReport.embedded(json);

    assertThat(embedded).doesNotContain("<");
    assertThat(Json.parse(embedded, Map.class)).isEqualTo(Map.of("phrase", "</script><!-- x"));
  }
}
