package nl.samenzicht.web.report;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.report.Delivery;
import nl.samenzicht.domain.report.MessageKind;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportCard;
import nl.samenzicht.domain.report.ReportFields;
import nl.samenzicht.domain.report.ReportState;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a report can come to show has a name in both languages. */
class ReportWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void each_field_code_state_and_ground_has_a_name(String language) {
        // given
        var fields = Stream.of(ReportTask.values())
                .flatMap(task -> ReportFields.standard().of(task, LocalDate.of(2026, 11, 23)).stream())
                .map(field -> field.definition())
                .distinct()
                .toList();
        var needed = Stream.of(
                        fields.stream().map(field -> field.labelKey()),
                        fields.stream()
                                .filter(field -> field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES)
                                .flatMap(field ->
                                        field.choices().stream().map(code -> "choice." + field.key() + "." + code)),
                        keys("report-state.", ReportState.values()),
                        keys("report-basis.", ReportBasis.values()),
                        keys("report.basis.%s.text", ReportBasis.values()),
                        keys("report-task.", ReportTask.values()),
                        keys("received.task.", ReportTask.values()),
                        keys("received.tile.", ReportTask.values()),
                        keys("report.begin.", ReportTask.values()),
                        keys("delivery.", Delivery.values()),
                        keys("message-kind.", MessageKind.values()),
                        keys("report.waiting.", ReportCard.Waiting.values()),
                        keys("report.error.not-now.", ReportState.values()))
                .flatMap(each -> each)
                .toList();
        // when
        var known = Words.bundle(Locale.forLanguageTag(language)).keySet();
        // then
        then(needed).hasSizeGreaterThan(150);
        then(needed.stream().filter(key -> !known.contains(key))).isEmpty();
    }

    private static Stream<String> keys(String prefix, Enum<?>... codes) {
        return Arrays.stream(codes)
                .map(code -> prefix.contains("%s") ? prefix.formatted(code.name()) : prefix + code.name());
    }
}
