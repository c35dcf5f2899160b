package nl.samenzicht.web.processing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.samenzicht.domain.processing.ProcessingRegister;
import nl.samenzicht.domain.processing.ProcessingRegister.Entry;
import nl.samenzicht.domain.retention.RetentionTerms.Term;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.paper.PaperPage.Fact;
import nl.samenzicht.web.rulebook.RuleWords;

/** What the register says, the same on the page and on paper. */
final class ProcessingWords {
    /** What guards do not tell of how data are secured (AVG 32). */
    private static final List<String> MEASURES =
            List.of("sealed", "least", "tamper-evident", "witnessed", "ended-at-once", "destroyed");

    private ProcessingWords() {}

    /** Who answers for it (AVG 30(1)(a)). */
    static List<Fact> controller(ProcessingRegister register) {
        return List.of(
                fact("controller", register.agency().name()),
                fact("kind", Terms.of(register.agency().type())),
                fact("law", Terms.text("log.regime." + register.regime())),
                fact("officers", names(register.privacyOfficers())),
                fact("supervisors", names(register.supervisors())),
                fact("rulebook", register.rulebook()),
                fact("at", Terms.moment(register.at())));
    }

    /** One processing (AVG 30(1)(b–d)). */
    static List<Fact> processing(Entry entry) {
        var processing = entry.processing();
        return List.of(
                fact("persons", persons(processing.categories())),
                fact("categories", codes(processing.categories())),
                fact("functions", codes(processing.functions())),
                fact("sources", String.join("; ", processing.sources())),
                fact("recipients", codes(processing.recipients())),
                fact("received", names(entry.received())),
                fact("looks", Long.toString(entry.looks())));
    }

    /** What nobody of the agency can open for it: it is limited to what it needs (AVG 5(1)(c)). */
    static String closed(Entry entry) {
        return codes(Stream.of(DataCategory.values())
                .filter(DataCategory::isContent)
                .filter(category -> !entry.processing().categories().contains(category))
                .toList());
    }

    private static String persons(Collection<DataCategory> categories) {
        var persons = new ArrayList<>(List.of(Terms.text("processing.persons.victim")));
        if (categories.contains(DataCategory.CHILDREN)) {
            persons.add(Terms.text("processing.persons.family"));
        }
        if (categories.contains(DataCategory.THIRD_PARTY)) {
            persons.add(Terms.text("processing.persons.others"));
        }
        return String.join("; ", persons);
    }

    /** The heads of the table of terms (AVG 30(1)(f)). */
    static List<String> termHeads() {
        return Stream.of("record", "length", "from", "basis", "standing")
                .map(head -> Terms.text("processing.term." + head))
                .toList();
    }

    /** One term in the columns of the table. */
    static List<String> term(Term term) {
        return List.of(
                Terms.text("retention.record." + term.record()),
                length(term),
                Terms.text("processing.from." + term.from()),
                term.basis(),
                Terms.text("retention.standing." + term.standing()));
    }

    private static String length(Term term) {
        var length = term.length();
        if (length.isZero()) {
            return "–";
        }
        return length.getYears() > 0
                ? Terms.text("processing.years", length.getYears())
                : Terms.text("processing.months", length.toTotalMonths());
    }

    /** How data are secured (AVG 30(1)(g)): what the product does, and what no rulebook can permit. */
    static List<String> measures(ProcessingRegister register) {
        return Stream.concat(
                        MEASURES.stream().map(measure -> Terms.text("processing.measure." + measure)),
                        register.guards().stream().map(RuleWords::guard))
                .toList();
    }

    private static Fact fact(String name, String value) {
        return new Fact(Terms.text("processing.fact." + name), value.isEmpty() ? "–" : value);
    }

    private static String names(Collection<String> names) {
        return String.join(", ", names);
    }

    /** Codes in words, in the order in which they are told. */
    static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(Terms::of)
                .collect(joining(", "));
    }
}
