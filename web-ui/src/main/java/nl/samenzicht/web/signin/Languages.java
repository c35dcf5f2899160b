package nl.samenzicht.web.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.samenzicht.web.Words;

/** Remembers the chosen language on this device; nothing else is kept there. */
public final class Languages {
    private static final String COOKIE = "language";

    private Languages() {}

    /** Chooses the language of this session and of later ones on this device. */
    private static void choose(Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        var cookie = new Cookie(COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        VaadinService.getCurrentResponse().addCookie(cookie);
    }

    /** Chooses the language that is not spoken now, and shows the page again in it. */
    public static void chooseOther() {
        choose(isDutch() ? Words.ENGLISH : Words.DUTCH);
        UI.getCurrent().getPage().reload();
    }

    /** Whether this page is in Dutch. */
    public static boolean isDutch() {
        return "nl".equals(UI.getCurrent().getLocale().getLanguage());
    }

    static Optional<Locale> ofCookie(VaadinRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .map(cookie -> cookie.getValue().equals("en") ? Words.ENGLISH : Words.DUTCH);
    }
}
