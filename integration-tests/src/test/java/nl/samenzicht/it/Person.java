package nl.samenzicht.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a browser of their own. What the browser complains about, such as a script that the page's own rules
 * refuse, is kept, so that a story can end by asking whether there was anything.
 */
final class Person implements AutoCloseable {
    static final String PASSWORD = "samen-in-zicht";

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    private Person(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add(error));
    }

    /** How somebody sits there: the size of the window, the language, the colours. */
    record Setting(int width, int height, String locale, boolean dark) {
        static final Setting DESK = new Setting(1440, 900, "nl-NL", false);
        static final Setting PHONE = new Setting(390, 844, "nl-NL", false);

        Setting in(String locale) {
            return new Setting(width, height, locale, dark);
        }

        Setting inDark() {
            return new Setting(width, height, locale, true);
        }

        String name() {
            return width + "-" + locale.substring(0, 2) + (dark ? "-dark" : "-light");
        }
    }

    static Person at(Setting setting) {
        return at(setting, RunningProduct.shared().url());
    }

    static Person at(Setting setting, String url) {
        return new Person(
                Chromium.shared()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(setting.width(), setting.height())
                                .setLocale(setting.locale())
                                .setTimezoneId("Europe/Amsterdam")
                                .setColorScheme(setting.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)),
                url);
    }

    /** Signs in with the password of the made-up people, up to the next question or the first page. */
    Person signIn(String userName) {
        open("sign-in");
        page.getByLabel(anyOf("E-mailadres van uw werk", "Work e-mail address")).fill(userName);
        page.locator("vaadin-password-field input").fill(PASSWORD);
        page.locator("#sign-in").click();
        page.waitForURL(address -> !address.contains("sign-in"));
        settle();
        return this;
    }

    private static java.util.regex.Pattern anyOf(String... words) {
        return java.util.regex.Pattern.compile(String.join("|", words));
    }

    Person open(String path) {
        page.navigate(url + path);
        settle();
        return this;
    }

    /** Waits until Vaadin has nothing under way. */
    Person settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction("() => window.Vaadin && Vaadin.Flow && Vaadin.Flow.clients"
                + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Page page() {
        return page;
    }

    String url() {
        return url;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
