package nl.samenzicht.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The browser of the machine: the one without a window of its own where it is there, which asks a fifth less of the processors.
 * On Debian as root Chromium is installed when there is none; elsewhere the tests say what is missing.
 */
final class Chromium {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    /** The browser of this thread; it is closed with the machine. */
    static Browser shared() {
        return BROWSER.get();
    }

    private static synchronized Browser launch() {
        Path executable = find();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    private static Path find() {
        String given = System.getenv("CHROMIUM");
        if (given != null) {
            return Path.of(given);
        }
        return installed().orElseGet(() -> {
            install();
            return installed()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "no Chromium on this machine: install the package 'chromium', or set CHROMIUM to the program"));
        });
    }

    private static java.util.Optional<Path> installed() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static void install() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        try {
            for (var command : List.of(
                    List.of("apt-get", "update", "-q"),
                    List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"))) {
                var builder = new ProcessBuilder(command).inheritIO();
                builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
                if (!builder.start().waitFor(10, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("'" + String.join(" ", command) + "' takes too long");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Chromium cannot be installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
