package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that no story passes in every size and colour: no obstacle, no complaint, nothing wider than the window. */
class EveryPageIT {
    private static final Map<String, List<String>> PAGES = new TreeMap<>(Map.of(
            "noor@waterdam.example",
            List.of(
                    "search",
                    "shares",
                    "requests",
                    "actions",
                    "terms",
                    "cases/SZ-001001?purpose=D2&open=VBL",
                    "notices",
                    "elsewhere",
                    "duplicates",
                    "export",
                    "rulebook",
                    "signals",
                    "signals/new",
                    "signals/S-2001",
                    "signals/S-2001/assess",
                    "reports",
                    "cases/SZ-001001/consents?purpose=D2",
                    "cases/SZ-001001/report?task=REGISTRATION",
                    "cases/SZ-001001/report?task=PLACEMENT"),
            "amina@deluwte.example",
            List.of("cases/SZ-001001?purpose=D2&open=PLN", "cases/SZ-001001/share?purpose=D2&category=PLN"),
            "fatima@waterdam.example",
            List.of(
                    "officer/log",
                    "officer/looks?case=SZ-001001",
                    "officer/disclosures?case=SZ-001001",
                    "officer/who?case=SZ-001001&purpose=D2&supposed=CONSENT_WITHDRAWN",
                    "officer/verify",
                    "officer/emergencies",
                    "officer",
                    "officer/alerts",
                    "officer/samples",
                    "officer/settings",
                    "officer/requests",
                    "officer/breaches",
                    "officer/supervision",
                    "officer/retention",
                    "officer/processing"),
            "daan@heuvelrode.example",
            List.of("gap"),
            "lisa@comensha-demo.example",
            List.of("gap/figures", "received-reports", "received-reports?task=PLACEMENT"),
            "wouter@noorderlicht.example",
            List.of("officer/emergencies", "officer"),
            "meral@dering.example",
            List.of("", "signals", "signals/S-2004"),
            "karim@waterdam.example",
            List.of("admin/people"),
            "beheer@samenzicht.example",
            List.of("admin/agencies", "admin/weights")));

    static Stream<Arguments> visits() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return PAGES.keySet().stream()
                .flatMap(who -> Stream.of(desk, desk.in("en-GB").inDark(), phone.inDark(), phone.in("en-GB"))
                        .map(setting -> Arguments.of(who, setting)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("visits")
    void is_open_to_everybody(String userName, Person.Setting setting) {
        try (var person = Person.at(setting).signIn(userName)) {
            for (var page : PAGES.get(userName)) {
                // when
                person.open(withCase(person, page));
                person.see("#page h1");
                // then
                Screenshots.take(person, page.replaceAll("[^a-z]+", "-"), setting);
                Accessibility.check(person);
                then((Integer) person.page().evaluate("() => document.documentElement.scrollWidth"))
                        .as("width of %s", page)
                        .isLessThanOrEqualTo(setting.width());
                then(person.complaints()).as(page).isEmpty();
            }
        }
    }

    /** An address holds the opaque number of a case; the list knows it by the number that people say. */
    private static String withCase(Person person, String page) {
        if (page.startsWith("signals/S-")) {
            return withSignal(person, page);
        }
        if (!page.startsWith("cases/SZ-")) {
            return page;
        }
        var number = page.substring("cases/".length(), "cases/SZ-000000".length());
        person.openCase(number);
        return page.replace(number, person.page().url().replaceAll(".*/cases/([0-9a-f-]{36}).*", "$1"));
    }

    private static String withSignal(Person person, String page) {
        var number = page.substring("signals/".length(), "signals/S-0000".length());
        person.open("signals?show=waiting");
        var address = person.find("[data-signal='" + number + "'] a").getAttribute("href");
        return page.replace("signals/" + number, address);
    }
}
