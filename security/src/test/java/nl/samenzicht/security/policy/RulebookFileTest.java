package nl.samenzicht.security.policy;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookFileTest {

    private static final String HEADER = String.join(",", RulebookFile.COLUMNS) + "\n";
    private static final String ROW =
            "R1,PERMIT,D2,GEM,CARE_COORDINATOR,GEZ,VIEW_SECTION,OWN,*,*,ACTIVE,*,*,yes,FALSE,MASK_BSN,AVG 6,"
                    + "\"Wie hulp geeft, \"\"leest\"\".\",Who helps reads.\n";

    @Test
    void reads_a_row_with_codes_of_the_field_and_quoted_text() {
        var rule = read(HEADER + ROW).rules().get(0);

        then(rule.purposes()).containsExactly("SUPPORT");
        then(rule.terms(Dimension.AGENCY_TYPE))
                .hasValueSatisfying(terms -> then(terms).containsExactly("MUNICIPALITY"));
        then(rule.terms(Dimension.CATEGORY))
                .hasValueSatisfying(terms -> then(terms).containsExactly("HEALTH"));
        then(rule.terms(Dimension.GROUND)).isEmpty();
        then(rule.withinWindow()).isTrue();
        then(rule.emergency()).isEqualTo(Emergency.FALSE);
        then(rule.obligations()).containsExactly(Obligation.MASK_BSN);
        then(rule.citation().nl()).isEqualTo("Wie hulp geeft, \"leest\".");
    }

    @Test
    void names_row_and_column_of_every_mistake_at_once() {
        var text = HEADER
                + ROW.replace("GEZ", "ZIEK")
                + ROW.replace(",yes,", ",maybe,").replace("D2", "");

        then(mistakesIn(text))
                .hasSize(4)
                .anySatisfy(it -> then(it).startsWith("Row 2, column categories: 'ZIEK' is not known"))
                .contains("Row 3, column id: 'R1' has been used already")
                .contains("Row 3, column purposes: is empty; write '*' for any")
                .anySatisfy(it -> then(it).startsWith("Row 3, column within_window: 'maybe' is not known"));
    }

    @Test
    void an_obligation_on_a_denial_is_a_mistake() {
        then(mistakesIn(HEADER + ROW.replace("PERMIT", "DENY")))
                .containsExactly("Row 2, column obligations: a row that denies cannot oblige to 'MASK_BSN'");
    }

    @Test
    void another_header_a_short_row_and_an_open_quote_are_told() {
        then(mistakesIn("a,b\n")).singleElement().asString().startsWith("Row 1: the columns must be");
        then(mistakesIn(HEADER + "R1,PERMIT\n")).containsExactly("Row 2: has 2 cells, the header has 19");
        then(mistakesIn(HEADER + "\"R1,PERMIT\n")).containsExactly("Row 2: a quote is opened and never closed");
        then(mistakesIn(HEADER)).containsExactly("Row 2: there is no rule");
    }

    private static List<String> mistakesIn(String text) {
        return catchThrowableOfType(InvalidRulebook.class, () -> read(text)).mistakes();
    }

    private static Rulebook read(String text) {
        return RulebookFile.read("test", 1, Instant.EPOCH, text);
    }
}
