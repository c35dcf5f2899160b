package nl.samenzicht.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody from the demo with a browser: signs in, opens pages, and notes what the server did for each. */
final class Visitor implements AutoCloseable {

    private static final String PASSWORD = "samen-in-zicht";
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<Request> asked = new ArrayList<>();

    private Visitor(Playwright playwright, BrowserContext context, String url) {
        this.playwright = playwright;
        this.context = context;
        this.url = url;
        this.page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onRequestFinished(request -> {
            if (request.url().contains("v-r=init") || request.url().contains("v-r=uidl")) {
                asked.add(request);
            }
        });
    }

    static Visitor signedIn(Product product, String userName) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            var visitor = new Visitor(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(chromium())
                                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))
                            .newContext(new Browser.NewContextOptions().setLocale("nl-NL")),
                    product.url());
            visitor.signIn(userName);
            return visitor;
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Stream::of)
                .orElseGet(PLACES::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium on this machine: install the package 'chromium', or set CHROMIUM to the program"));
    }

    private void signIn(String userName) {
        page.navigate(url + "sign-in");
        page.getByLabel("E-mailadres van uw werk").fill(userName);
        page.locator("vaadin-password-field input").fill(PASSWORD);
        page.locator("#sign-in").click();
        page.waitForURL(address -> !address.contains("sign-in"));
        settle();
    }

    private void settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction("() => window.Vaadin && Vaadin.Flow && Vaadin.Flow.clients"
                + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
    }

    /**
     * What the server did for one page.
     *
     * @param millis from the last byte asked to the first byte answered, over all requests that made the page
     * @param bytes of those answers, as they went over the wire
     */
    record Visit(double millis, long bytes, int requests) {}

    /** Loads a page anew, until the browser has nothing under way, and looks for what must be on it. */
    Visit open(String path, String expected) {
        asked.clear();
        page.navigate(url + path);
        settle();
        page.locator(expected).first().waitFor();
        double millis = 0;
        long bytes = 0;
        for (var request : asked) {
            var timing = request.timing();
            millis += timing.responseStart - timing.requestStart;
            bytes += request.sizes().responseBodySize;
        }
        return new Visit(millis, bytes, asked.size());
    }

    /** Asks the interface for programs, as the one who is signed in. */
    JsonObject get(String path) {
        return json(page.request().get(url + path).text());
    }

    /** Whether the card of a case opens for this purpose. */
    boolean mayOpen(String caseFile, String purpose) {
        return page.request()
                        .get(url + "api/v1/cases/" + caseFile + "?purpose=" + purpose)
                        .status()
                == 200;
    }

    /** Records a note through the interface for programs. */
    void record(String caseFile, String category, String purpose, String words) {
        var answer = page.request()
                .post(
                        url + "api/v1/cases/" + caseFile + "/categories/" + category + "/items?purpose=" + purpose,
                        RequestOptions.create()
                                .setHeader("Samenzicht-Client", "benchmarks")
                                .setData(Map.of(
                                        "kind",
                                        "NOTE",
                                        "values",
                                        Map.of("noteDate", "2026-11-02", "noteText", words))));
        if (answer.status() != 201) {
            throw new IllegalStateException("a note in '%s' was refused: %s".formatted(category, answer.text()));
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
