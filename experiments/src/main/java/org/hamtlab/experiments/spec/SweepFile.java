package org.hamtlab.experiments.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;

/**
 * The lines of a sweep file, not yet understood.
 *
 * <pre>
 * file     := { comment | section | entry | blank }
 * comment  := '#' text                    also behind an entry, after a blank
 * section  := '[' name ']'                factors, treatments; sweep, workload, measuring
 * entry    := key '=' value               a value that ends in ',' goes on in the next line
 * </pre>
 *
 * <p>In {@code [factors]} a key is the name of a factor, in {@code [treatments]} a line is a
 * phrase. The other sections are headings.
 *
 * @param name the file's name, for faults
 * @param opening the comment above the first entry
 * @param entries what is said, in the order of the file
 */
record SweepFile(String name, String opening, List<Entry> entries) {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
  private static final Pattern SECTION = Pattern.compile("\\[\\s*(\\S*)\\s*\\]");
  private static final Pattern ENTRY = Pattern.compile("([^=]*?)\\s*=\\s*(.*)");
  private static final String FACTORS = "factors";
  private static final String TREATMENTS = "treatments";
  private static final List<String> SECTIONS =
      List.of("sweep", FACTORS, TREATMENTS, "workload", "measuring");

  /** One line, or several that a comma joins; the number is that of the first. */
  record Entry(int line, String key, String value) {}

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw unreadable(path, "a file that exists", "Sweeps to start from are in sweeps/.");
    } catch (CharacterCodingException malformed) {
      throw unreadable(path, "text in UTF-8", "Convert it.");
    } catch (IOException other) {
      throw unreadable(path, "a readable file", "It says: " + other.getMessage() + ".");
    }
  }

  private static ConfigurationException unreadable(Path path, String expected, String remedy) {
    return new ConfigurationException(
        "SPEC: '" + path + "' (expected " + expected + "). " + remedy);
  }

  static SweepFile parse(String name, String text, SpecFaults faults) {
    return new Parser(name, faults).parse(text);
  }

  /** Reads line by line. */
  private static final class Parser {
    private final String name;
    private final SpecFaults faults;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder opening = new StringBuilder();
    private String section = "sweep";
    private Optional<Entry> open = Optional.empty();
    private boolean isOpening = true;

    Parser(String name, SpecFaults faults) {
      this.name = name;
      this.faults = faults;
    }

    SweepFile parse(String text) {
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        String plain = COMMENT.matcher(line).replaceFirst("").strip();
        if (!plain.isEmpty()) {
          isOpening = false;
          content(number, plain);
        } else if (isOpening && line.strip().startsWith("#")) {
          opening.append(' ').append(line.strip().substring(1).strip());
        }
      }
      open.ifPresent(entries::add);
      return new SweepFile(name, opening.toString().strip(), List.copyOf(entries));
    }

    private void content(int number, String plain) {
      Matcher heading = SECTION.matcher(plain);
      if (open.isPresent()) {
        Entry begun = open.get();
        open = Optional.empty();
        keep(new Entry(begun.line, begun.key, begun.value + " " + plain));
      } else if (heading.matches()) {
        begin(number, heading.group(1));
      } else if (section.equals(TREATMENTS)) {
        keep(new Entry(number, "treatment", plain));
      } else {
        entry(number, plain);
      }
    }

    private void begin(int number, String heading) {
      section = heading;
      if (!SECTIONS.contains(heading)) {
        faults.add(
            number,
            "section: '"
                + heading
                + "' is unknown. Sections: "
                + String.join(", ", SECTIONS)
                + "."
                + DidYouMean.sentence(heading, SECTIONS));
      }
    }

    private void entry(int number, String plain) {
      Matcher entry = ENTRY.matcher(plain);
      if (!entry.matches() || entry.group(1).isEmpty() || entry.group(2).isEmpty()) {
        faults.add(number, "line: '" + plain + "' (expected key = value)");
        return;
      }
      String key = entry.group(1).replaceAll("\\s+", " ");
      keep(new Entry(number, section.equals(FACTORS) ? "factor " + key : key, entry.group(2)));
    }

    private void keep(Entry entry) {
      if (entry.value.endsWith(",")) {
        open = Optional.of(entry);
      } else {
        entries.add(entry);
      }
    }
  }
}
