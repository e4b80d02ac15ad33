package org.hamtlab.experiments.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a virtual machine makes of the flags of forks; asked of one, since many flags follow from
 * others and from the host.
 *
 * @param collector its garbage collector
 * @param heapBytes its largest heap; 0 if unknown
 * @param compressedOops {@code on}, {@code off} or {@code unknown}
 * @param compactHeaders likewise
 */
record ForkVm(String collector, long heapBytes, String compressedOops, String compactHeaders) {
  private static final String UNKNOWN = "unknown";
  private static final Pattern FLAG = Pattern.compile("^\\s*\\w+\\s+(\\w+)\\s+=\\s+(\\S+).*");
  private static final int LIMIT_SECONDS = 20;

  static ForkVm of(List<String> flags) {
    return of(settings(flags));
  }

  static ForkVm of(Map<String, String> settings) {
    String collector =
        settings.entrySet().stream()
            .filter(e -> e.getKey().matches("Use\\w+GC") && e.getValue().equals("true"))
            .map(e -> e.getKey().replaceAll("^Use|GC$", ""))
            .findFirst()
            .orElse(UNKNOWN);
    return new ForkVm(
        collector,
        Long.parseLong(settings.getOrDefault("MaxHeapSize", "0")),
        onOrOff(settings.get("UseCompressedOops")),
        onOrOff(settings.get("UseCompactObjectHeaders")));
  }

  /** Final values by name, from what {@code -XX:+PrintFlagsFinal} prints. */
  static Map<String, String> parse(String text) {
    Map<String, String> settings = new HashMap<>();
    text.lines()
        .map(FLAG::matcher)
        .filter(Matcher::matches)
        .forEach(flag -> settings.put(flag.group(1), flag.group(2)));
    return settings;
  }

  private static Map<String, String> settings(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
    try {
      Process java =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return java.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) ? parse(text) : Map.of();
    } catch (IOException e) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private static String onOrOff(String value) {
    return switch (value) {
      case "true" -> "on";
      case "false" -> "off";
      case null, default -> UNKNOWN;
    };
  }
}
