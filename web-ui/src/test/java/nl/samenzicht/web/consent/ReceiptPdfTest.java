package nl.samenzicht.web.consent;

import static org.assertj.core.api.BDDAssertions.then;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.consent.ConsentReceipt;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptPdfTest {
    private static final ConsentReceipt RECEIPT = new ConsentReceipt(
            "TS-9F3A21BC",
            "Gemeente Waterdam",
            "Stichting De Luwte",
            Purpose.SUPPORT,
            DataCategory.HEALTH,
            ConsentState.GRANTED,
            GivenBy.SELF,
            Instant.parse("2026-11-27T10:00:00Z"),
            Instant.parse("2027-02-27T23:00:00Z"),
            Optional.empty());

    private static String pages(ConsentReceipt receipt, String language) throws IOException {
        var out = new ByteArrayOutputStream();
        ReceiptPdf.write(receipt, language, out);
        var reader = new PdfReader(out.toByteArray());
        var text = new PdfTextExtractor(reader);
        var all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(text.getTextFromPage(page)).append('\f');
        }
        return all.toString();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("pl", "Tak, zgadzam się", "Zdrowie", "27 lutego 2027"),
                Arguments.of("ro", "Da, sunt de acord", "Sănătate", "27 februarie 2027"),
                Arguments.of("bg", "Да, съгласен/съгласна съм", "Здраве", "27 февруари 2027"),
                Arguments.of("hu", "Igen, hozzájárulok", "Egészség", "2027. február 27."),
                Arguments.of("es", "Sí, lo permito", "Salud", "27 de febrero de 2027"),
                Arguments.of("uk", "Так, я погоджуюся", "Здоров'я", "27 лютого 2027"),
                Arguments.of("en-GB", "Yes, this is allowed", "Health", "27 February 2027"));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("answers")
    void a_receipt_is_in_the_language_of_the_person_and_behind_it_in_dutch(
            String language, String answer, String category, String day) throws IOException {
        var pages = pages(RECEIPT, language).split("\f");
        then(pages).hasSize(2);
        then(pages[0]).contains(answer, category, "TS-9F3A21BC", "Stichting De Luwte");
        then(pages[0].replace(" ", "")).contains(day.replace(" ", "").split("\\.")[0]);
        then(pages[1]).contains("Ja, dit mag", "Gezondheid", "27 februari 2027", "TS-9F3A21BC");
    }

    @Test
    void a_receipt_in_dutch_is_one_page() throws IOException {
        then(pages(RECEIPT, "nl").split("\f")).hasSize(1);
    }

    @Test
    void every_language_has_every_word_that_a_receipt_can_need() {
        var needed = Stream.of(
                        Arrays.stream(DataCategory.values())
                                .filter(DataCategory::isContent)
                                .map(each -> "category." + each),
                        Arrays.stream(Purpose.values()).map(each -> "purpose." + each),
                        Arrays.stream(ConsentState.values())
                                .filter(each -> each != ConsentState.NONE)
                                .map(each -> "answer." + each),
                        Arrays.stream(GivenBy.values()).map(each -> "giver." + each))
                .flatMap(each -> each)
                .toList();
        then(ReceiptWords.languages()).containsAll(List.of("nl", "en-GB")).hasSizeGreaterThanOrEqualTo(6);
        for (var language : ReceiptWords.languages()) {
            var words = ReceiptWords.in(language);
            needed.forEach(key -> then(words.of(key)).as(language + " " + key).isNotBlank());
        }
    }
}
