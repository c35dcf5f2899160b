package nl.samenzicht.domain.definition;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One case read under several definitions. The expected rules are read from the articles, not from the product. */
class ClassificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Classification of(Definition definition, String facts, LocalDate day) {
        var values = new HashMap<String, String>();
        for (var fact : facts.split(" ")) {
            if (!fact.isEmpty()) {
                values.put(fact.split("=")[0], fact.split("=")[1]);
            }
        }
        return Classification.of(new Facts(values), day).stream()
                .filter(each -> each.definition() == definition)
                .findFirst()
                .orElseThrow();
    }

    private static String codes(Iterable<Element> elements) {
        var kinds = new java.util.ArrayList<String>();
        elements.forEach(element -> kinds.add(element.kind().name()));
        return kinds.stream().sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}: {1} is {2} by {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ARTICLE_273F, act=RECRUIT means=DECEPTION exploited=YES minor=NO, YES, 273F-1-1, ''",
                "ARTICLE_273F, act=RECRUIT exploited=YES minor=YES, YES, 273F-1-2, ''",
                "ARTICLE_273F, act=RECRUIT exploited=YES minor=NO, UNKNOWN, 273F-1-1, MEANS",
                "ARTICLE_273F, act=RECRUIT exploited=YES, UNKNOWN, 273F-1-2, MINOR",
                "ARTICLE_273F, means=THREAT exploitation=LABOUR minor=NO, YES, 273F-1-4, ''",
                "ARTICLE_273F, minor=YES exploitation=SEXUAL_DOMESTIC, YES, 273F-1-5, ''",
                "ARTICLE_273F, act=TRANSPORT exploited=NO borderHelp=YES, NO, -, ''",
                "CHILD, act=HARBOUR exploitation=CRIMINAL minor=YES, YES, PALERMO-3C, ''",
                "CHILD, act=HARBOUR exploitation=CRIMINAL minor=NO, NO, -, ''",
                "COMENSHA, exploitation=CRIMINAL, YES, CRI, ''",
                "COMENSHA, exploitation=SERVICES_BEGGING, YES, DIE, ''",
                "COMENSHA, exploited=YES exploitation=UNKNOWN_NOT_YET, YES, OVB, ''",
                "COMENSHA, exploited=NO borderHelp=YES, NO, -, ''",
                "HTCDS, exploitation=LABOUR minor=YES, YES, ChildLabour, ''",
                "HTCDS, exploitation=LABOUR minor=NO, YES, ForcedLabour, ''",
                "HTCDS, exploitation=CRIMINAL, YES, Other, ''",
                "SMUGGLING, exploited=NO borderHelp=YES, YES, 197A-1, ''",
                "SMUGGLING, act=RECRUIT means=DECEPTION exploited=YES borderHelp=YES, YES, 197A-1, ''",
                "SMUGGLING, borderHelp=NO, NO, -, ''"
            })
    void each_definition_is_met_by_its_own_rule(
            Definition definition, String facts, Known met, String rule, String open) {
        // when
        var read = of(definition, facts, TODAY);
        // then
        then(read.met()).isEqualTo(met);
        then(read.rule().map(Classification.Rule::code).orElse(null)).isEqualTo(rule);
        then(codes(read.open())).isEqualTo(open);
    }

    @Test
    void what_made_the_difference_is_said_where_nothing_can_be_met_any_more() {
        then(codes(of(Definition.ARTICLE_273F, "act=TRANSPORT exploited=NO", TODAY)
                        .against()))
                .isEqualTo("PURPOSE");
    }

    @Test
    void nothing_is_met_and_nothing_excluded_while_nothing_is_known() {
        then(Classification.of(new Facts(Map.of()), TODAY)).allMatch(read -> read.met() == Known.UNKNOWN);
    }

    /** The import of the standard names a form by a code of the list; where it does, both ways agree on the form. */
    @Test
    void a_form_of_the_standard_is_one_that_the_import_knows_by_the_same_form() throws Exception {
        // given
        var known = new HashMap<String, String>();
        try (var list = ClassificationTest.class.getResourceAsStream("/htcds/values.csv")) {
            new String(list.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("vic_TypeOfExploitation|"))
                    .map(line -> line.split("\\|", -1))
                    .forEach(cells -> known.put(cells[1], cells[3].replace("SIGNAL.exploitation=", "")));
        }
        // when
        var rules = Classification.rules()
                .filter(rule -> rule.definition() == Definition.HTCDS)
                .toList();
        // then
        then(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            then(known).containsKey(rule.code());
            then(known.get(rule.code())).isIn("", rule.elements().get(1).form());
        });
    }

    @Test
    void the_law_of_the_day_counts() {
        var before = of(Definition.COMENSHA, "exploitation=CRIMINAL", LocalDate.of(2012, 1, 1));
        then(before.rule().map(Classification.Rule::code)).isNotEqualTo(java.util.Optional.of("CRI"));
    }

    @Property
    void to_know_of_a_means_or_an_act_never_makes_it_less(@ForAll @IntRange(max = 242) int which) {
        // given
        var values = new HashMap<String, String>();
        var answers = new String[] {"YES", "NO", ""};
        values.put("exploited", answers[which % 3]);
        values.put("minor", answers[which / 3 % 3]);
        values.put("borderHelp", answers[which / 9 % 3]);
        values.put("exploitation", new String[] {"LABOUR", "SEXUAL_DOMESTIC", ""}[which / 27 % 3]);
        values.put("act", new String[] {"RECRUIT", "", ""}[which / 81 % 3]);
        var before = Classification.of(new Facts(values), TODAY);
        // when
        values.put("means", "VIOLENCE");
        values.put("act", "RECRUIT");
        var after = Classification.of(new Facts(values), TODAY);
        // then
        for (int i = 0; i < before.size(); i++) {
            then(after.get(i).met()).isLessThanOrEqualTo(before.get(i).met());
        }
    }
}
