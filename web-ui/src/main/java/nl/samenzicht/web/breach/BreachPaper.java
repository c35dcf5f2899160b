package nl.samenzicht.web.breach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.BreachDocument;
import nl.samenzicht.domain.breach.BreachPage.ActView;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.paper.PaperPage;
import nl.samenzicht.web.paper.PaperPage.Fact;

/** The notification of a breach for people, by the letters of AVG 33(3), in the language of whoever takes it out. */
final class BreachPaper {
    private BreachPaper() {}

    static byte[] of(BreachDocument document) {
        var card = document.card();
        var account = document.account();
        var paper = new PaperPage(Terms.text("breach.paper.title", card.number()), Terms.locale())
                .say(Terms.text("breach.paper.intro." + card.regime(), document.agency()))
                .facts(head(document))
                .part(Terms.text("breach.paper.a"))
                .facts(List.of(
                        fact("breach.what", account.what()),
                        fact("breach.natures", Terms.of(account.natures())),
                        fact("breach.happened", BreachPages.happened(account)),
                        fact("breach.categories", BreachPages.orUnknown(Terms.of(account.categories()))),
                        fact("breach.persons", BreachPages.quantity(account.persons())),
                        fact("breach.records", BreachPages.quantity(account.records()))));
        document.counted()
                .ifPresent(counted -> paper.say(Terms.text(
                        "breach.paper.counted",
                        counted.persons(),
                        counted.caseNumbers().size(),
                        counted.records(),
                        counted.lines())));
        return paper.part(Terms.text("breach.paper.b"))
                .facts(List.of(
                        fact("breach.officers", BreachPages.orUnknown(String.join(", ", document.officers()))),
                        fact("breach.contact", BreachPages.orUnknown(account.contact()))))
                .part(Terms.text("breach.paper.c"))
                .say(BreachPages.orUnknown(account.consequences()))
                .part(Terms.text("breach.paper.d"))
                .say(BreachPages.orUnknown(account.measures()))
                .part(Terms.text("breach.acts.title"))
                .table(
                        List.of(
                                Terms.text("breach.step.at"),
                                Terms.text("breach.paper.step"),
                                Terms.text("breach.paper.words")),
                        document.acts().stream().map(BreachPaper::row).toList())
                .say(Terms.text("breach.paper.foot", document.version(), BreachPages.moment(document.made())))
                .bytes();
    }

    private static List<Fact> head(BreachDocument document) {
        var course = document.card().course();
        var facts = new ArrayList<>(List.of(
                fact("breach.paper.agency", document.agency()),
                fact("breach.aware", BreachPages.moment(course.aware())),
                fact("breach.due", BreachPages.moment(course.due())),
                fact(
                        "breach.risk",
                        BreachPages.orUnknown(course.risk().map(Terms::of).orElse(""))),
                fact("breach.authority", Terms.of(course.authority())),
                fact("breach.persons-state", Terms.of(course.persons()))));
        document.delay().ifPresent(why -> facts.add(fact("breach.delay", why)));
        return facts;
    }

    private static List<String> row(ActView act) {
        return List.of(
                Terms.moment(act.doing().at()),
                step(act),
                act.doing()
                        .delay()
                        .map(why -> act.doing().words() + "\n" + why)
                        .orElse(act.doing().words()));
    }

    /** What was done, with what was found or decided by it. */
    static String step(ActView act) {
        var doing = act.doing();
        boolean notification = switch (doing.step()) {
            case NOTIFY, SUPPLEMENT -> true;
            default -> false;
        };
        var more = doing.risk()
                .map(Terms::of)
                .or(() -> doing.ground().map(Terms::of))
                .or(() -> notification
                        ? Optional.of(Terms.text(doing.complete() ? "breach.in-full" : "breach.in-part"))
                        : Optional.empty());
        return more.map(found -> Terms.of(doing.step()) + " · " + found).orElseGet(() -> Terms.of(doing.step()));
    }

    private static Fact fact(String key, String value) {
        return new Fact(Terms.text(key), value);
    }
}
