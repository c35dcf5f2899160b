package nl.samenzicht.it;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody with a browser of their own. What the browser complains about, such as a script that the page's own rules
 * refuse, is kept, so that a story can end by asking whether there was anything.
 */
final class Person implements AutoCloseable {
    static final String PASSWORD = "samen-in-zicht";

    private static final String QUIET = "() => window.Vaadin && Vaadin.Flow && Vaadin.Flow.clients"
            + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())";

    /** What the browser says when the page that it leaves is still told something: nobody is there to miss it. */
    private static final String LEAVING = "failed: Data frame received after close";

    /** Milliseconds. */
    private static final int A_TURN = 80;

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    private Person(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        hurryAnimations();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().endsWith(LEAVING)) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(error));
    }

    /** Dialogs take a third of a second to fade away, and a story opens and closes thousands of them. */
    private void hurryAnimations() {
        var devTools = context.newCDPSession(page);
        devTools.send("Animation.enable");
        var rate = new JsonObject();
        rate.addProperty("playbackRate", 1_000);
        devTools.send("Animation.setPlaybackRate", rate);
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

    /** Somebody at a desk who has signed in to the product that the stories share. */
    static Person atDesk(String userName) {
        return at(Setting.DESK).signIn(userName);
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
        return signIn(userName, 0);
    }

    /** Signs in, and chooses a function when there are several, counted from 0. */
    Person signIn(String userName, int function) {
        open("sign-in");
        page.getByLabel(anyOf("E-mailadres van uw werk", "Work e-mail address")).fill(userName);
        page.locator("vaadin-password-field input").fill(PASSWORD);
        page.locator("#sign-in").click();
        page.waitForFunction("() => !location.href.includes('sign-in') || document.querySelector('.function-choice')");
        if (page.url().contains("sign-in")) {
            find(".function-choice").nth(function).click();
            page.waitForURL(address -> !address.contains("sign-in"));
        }
        settle();
        return this;
    }

    private static Pattern anyOf(String... words) {
        return Pattern.compile(String.join("|", words));
    }

    Person open(String path) {
        page.navigate(url + path);
        settle();
        return this;
    }

    /** Waits until Vaadin has nothing under way, and a moment later still has not: a link takes a turn before it asks. */
    Person settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction(QUIET);
        page.waitForTimeout(A_TURN);
        page.waitForFunction(QUIET);
        return this;
    }

    /** Waits until something shows; when it does not, the failure says what the page shows instead. */
    Locator see(String selector) {
        return see(selector, "");
    }

    /** Waits until something shows that has these words. */
    Locator see(String selector, String words) {
        var seen = find(selector)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
        try {
            seen.waitFor();
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "No %s at %s, which shows: %s. The browser complains of %s"
                            .formatted(
                                    selector, page.url(), page.locator("body").innerText(), complaints),
                    late);
        }
        return seen;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens a case by its number, from the list. */
    void openCase(String number) {
        open("cases?text=" + number);
        find(".case-link").first().click();
        find(".case-rail").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        settle();
    }

    /** Opens a category of the case that is open, by its code. */
    void openCategory(String code) {
        if (page.viewportSize().width < 900) {
            find(".case-tab").first().click();
            settle();
        }
        find("[data-category=" + code + "]").click();
        page.waitForURL(Pattern.compile("open=" + code));
        settle();
    }

    /** Works on for another purpose, as the chip asks. */
    void workFor(String purpose, String code) {
        find(".purpose-chip").click();
        find("vaadin-dialog-overlay vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(purpose))
                .click();
        settle();
        confirm();
        page.waitForURL(Pattern.compile("purpose=" + code));
        settle();
    }

    /** Takes an act from the menu of the case that leads to another page. */
    void actOnPage(String words, String address) {
        take(words);
        page.waitForURL(Pattern.compile(address));
        settle();
    }

    private void take(String words) {
        find(".case-menu vaadin-menu-bar-button").first().click();
        find("[role=menuitem]:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last()
                .click();
    }

    /** Takes an act from the menu of the case that asks more in a dialog. */
    void act(String words) {
        take(words);
        find("vaadin-dialog-overlay").waitFor();
        settle();
    }

    /** The last button of the dialog that is open: what it says happens. */
    Locator dialogAct() {
        return find("vaadin-dialog-overlay vaadin-button[theme~=primary]");
    }

    /** Presses the last button of the dialog, which then closes. */
    void confirm() {
        dialogAct().click();
        find("vaadin-dialog-overlay").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        settle();
    }

    /** Presses a button or link with these words. */
    void press(String words) {
        find("vaadin-button:visible, a:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        settle();
    }

    /** Chooses one of a list that has this label. */
    void choose(String label, String option) {
        var field = find("vaadin-combo-box:has(> label:text-is('" + label + "')), vaadin-select:has(> label:text-is('"
                        + label + "'))")
                .last();
        field.click();
        find("vaadin-combo-box-overlay [role=option]:visible, vaadin-select-overlay [role=option]:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        settle();
    }

    /** Chooses one of a list that is found by its place on the page. */
    void select(String selector, String option) {
        find(selector + " vaadin-select-value-button").click();
        find("vaadin-select-overlay [role=option]:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        settle();
    }

    /** Chooses the radio button of a group whose words begin with these. */
    void radio(String group, String option) {
        find(group + " vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + option + "\\b")))
                .first()
                .click();
        settle();
    }

    /** Types into the field that has this label. */
    void type(String label, String text) {
        find("vaadin-text-field:has(> label:text-is('" + label + "')) input, vaadin-text-area:has(> label:text-is('"
                        + label + "')) textarea, "
                        + "vaadin-integer-field:has(> label:text-is('" + label
                        + "')) input, vaadin-date-picker:has(> label:text-is('" + label + "')) input, "
                        + "vaadin-email-field:has(> label:text-is('" + label
                        + "')) input, vaadin-password-field:has(> label:text-is('" + label + "')) input")
                .last()
                .fill(text);
    }

    /** Picks the radio button or the box with these words. */
    void pick(String words) {
        find("vaadin-radio-button:visible, vaadin-checkbox:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last()
                .click();
        settle();
    }

    /** Takes along the file that a link offers. */
    Path taken(String link) {
        return page.waitForDownload(() -> see(link).click()).path();
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
