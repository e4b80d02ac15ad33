package org.hamtlab.experiments.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.Json;

/**
 * A headless Chromium of its own profile, driven by its DevTools protocol over a web socket. It
 * notes every request, console message and uncaught error.
 */
public final class Chromium implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<Map<?, ?>>> replies = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private int sent;

  /** The browser of this machine, if it has one. */
  public static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Chromium(Path program, Path profile, int width, int height) throws IOException {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = client.newWebSocketBuilder().buildAsync(page(), new Incoming()).join();
    Stream.of("Page", "Runtime", "Network", "Log").forEach(part -> ask(part + ".enable", Map.of()));
  }

  private URI page() throws IOException {
    BufferedReader errors = process.errorReader();
    String line = errors.readLine();
    while (line != null && !line.startsWith("DevTools listening on ")) {
      line = errors.readLine();
    }
    if (line == null) {
      throw new IOException("chromium: ended with " + process.onExit().join().exitValue());
    }
    Thread.ofVirtual().start(() -> errors.lines().forEach(ignored -> {}));
    int port = URI.create(line.substring("DevTools listening on ".length())).getPort();
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    try {
      String targets =
          client
              .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return Stream.of(Json.parse(targets, Map[].class))
          .filter(target -> target.get("type").equals("page"))
          .map(target -> URI.create((String) target.get("webSocketDebuggerUrl")))
          .findFirst()
          .orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Puts the message together and completes what waits for it. */
  private final class Incoming implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        Map<?, ?> message = Json.parse(text.toString(), Map.class);
        text.setLength(0);
        if (message.get("id") instanceof Number id) {
          replies.remove(id.intValue()).complete(message);
        } else {
          note((String) message.get("method"), (Map<?, ?>) message.get("params"));
        }
      }
      from.request(1);
      return null;
    }
  }

  private void note(String method, Map<?, ?> what) {
    switch (method) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Network.requestWillBeSent" ->
          requests.add((String) ((Map<?, ?>) what.get("request")).get("url"));
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
          complaints.add(Json.line(what));
      default -> {}
    }
  }

  /** One command of the protocol and its result. */
  public synchronized Map<?, ?> ask(String method, Map<String, ?> parameters) {
    CompletableFuture<Map<?, ?>> reply = new CompletableFuture<>();
    int id = ++sent;
    replies.put(id, reply);
    socket
        .sendText(Json.line(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    Map<?, ?> message = await(reply);
    if (message.get("error") != null) {
      throw new IllegalStateException(method + ": " + message.get("error"));
    }
    return (Map<?, ?>) message.get("result");
  }

  /** Opens a file and waits until it is loaded; the nanoseconds that took. */
  public long open(Path file) {
    loaded = new CompletableFuture<>();
    long start = System.nanoTime();
    ask("Page.navigate", Map.of("url", file.toUri().toString()));
    await(loaded);
    return System.nanoTime() - start;
  }

  /** The value of an expression; a promise is awaited. */
  public Object evaluate(String expression) {
    Map<?, ?> result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.get("exceptionDetails") != null) {
      throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
    }
    return ((Map<?, ?>) result.get("result")).get("value");
  }

  /** Waits, in the page and frame by frame, until a condition holds. */
  public void until(String condition) {
    evaluate(
        "new Promise((done, fail) => { const end = performance.now() + 30000; const look = () => { if ("
            + condition
            + ") done(true); else if (performance.now() > end) fail(new Error('never true'));"
            + " else requestAnimationFrame(look); }; look(); })");
  }

  /** Presses and releases a key. */
  public void press(String key) {
    Map<String, Object> stroke =
        new HashMap<>(Map.of("key", key, "code", key, "windowsVirtualKeyCode", code(key)));
    if (key.equals("Enter")) {
      stroke.put("text", "\r");
    }
    for (String type : List.of("keyDown", "keyUp")) {
      stroke.put("type", type);
      ask("Input.dispatchKeyEvent", stroke);
    }
  }

  private static int code(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      default -> throw new IllegalArgumentException(key);
    };
  }

  /** Clicks the middle of what a selector finds, as a mouse would. */
  public void click(String selector) {
    String rectangle =
        "(() => { const e = document.querySelector('"
            + selector
            + "'); e.scrollIntoView({block: 'center'});"
            + " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()";
    List<?> at = (List<?>) evaluate(rectangle);
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      ask(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
    }
  }

  /** Gives the window another width, with a theme, {@code light} or {@code dark}. */
  public void resize(int width, String theme) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Addresses that were asked for. */
  public List<String> requests() {
    return new ArrayList<>(requests);
  }

  /** What the console said, uncaught errors included. */
  public List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("chromium: no answer", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
