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
    void each_column_becomes_a_condition_of_its_own() {
        var rule = read(HEADER
                        + "R1,PERMIT,D2,GEM ZRG,CARE_COORDINATOR,GEZ SIT,VIEW_SECTION EXPORT,OWN SHARED,CONSENT,GRANTED,"
                        + "ACTIVE,AVG,CONVENANT,no,ANY,MASK_BSN,AVG 6,nl,en\n")
                .rules()
                .get(0);
        then(rule.terms())
                .containsExactlyInAnyOrderEntriesOf(java.util.Map.of(
                        Dimension.AGENCY_TYPE, java.util.Set.of("MUNICIPALITY", "CARE_PROVIDER"),
                        Dimension.FUNCTION, java.util.Set.of("CARE_COORDINATOR"),
                        Dimension.CATEGORY, java.util.Set.of("HEALTH", "SITUATION"),
                        Dimension.ACTION, java.util.Set.of("VIEW_SECTION", "EXPORT"),
                        Dimension.RELATION, java.util.Set.of("OWN", "SHARED"),
                        Dimension.GROUND, java.util.Set.of("CONSENT"),
                        Dimension.CONSENT, java.util.Set.of("GRANTED"),
                        Dimension.PARTICIPATION, java.util.Set.of("ACTIVE"),
                        Dimension.REGIME, java.util.Set.of("AVG"),
                        Dimension.FRAMEWORK, java.util.Set.of("CONVENANT")));
    }

    @Test
    void an_unknown_or_missing_obligation_a_term_twice_and_an_empty_text_are_told() {
        then(mistakesIn(HEADER + ROW.replace("MASK_BSN", "MASK_ALL")))
                .singleElement()
                .asString()
                .startsWith("Row 2, column obligations: 'MASK_ALL' is not known");
        then(mistakesIn(HEADER + ROW.replace("MASK_BSN", "")))
                .contains("Row 2, column obligations: is empty; write '-' for none");
        then(mistakesIn(HEADER + ROW.replace("GEZ", "GEZ GEZ")))
                .containsExactly("Row 2, column categories: 'GEZ' stands there twice");
        then(mistakesIn(HEADER + ROW.replace("AVG 6", " ")))
                .containsExactly("Row 2, column citation: must not be empty");
    }

    @Test
    void the_last_line_counts_when_the_file_ends_at_its_closing_quote() {
        var text = (HEADER + ROW).strip();
        then(read(text.substring(0, text.lastIndexOf(',') + 1) + "\"He said \"\"yes\"\"\"")
                        .rules())
                .singleElement()
                .satisfies(rule -> then(rule.citation().en()).isEqualTo("He said \"yes\""));
    }

    @Test
    void an_empty_file_is_told_to_have_no_columns() {
        then(mistakesIn("")).singleElement().asString().startsWith("Row 1: the columns must be");
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
