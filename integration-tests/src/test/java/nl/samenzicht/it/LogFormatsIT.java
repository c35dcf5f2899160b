package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The privacy officer takes the log out in the formats of others, and the log says so. */
@TestMethodOrder(OrderAnnotation.class)
class LogFormatsIT {
    private static final String CASE = "SZ-001001";
    private static final Map<String, String> COUNTS = Map.of(
            "FHIR_AUDIT_EVENT", "id",
            "NEN_7513", "EventID",
            "LOGBOEK_DATAVERWERKINGEN", "trace_id");

    @Test
    @Order(1)
    void fatima_takes_the_lines_of_a_case_in_each_format() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/log?case=" + CASE);
            fatima.press("Neem mee als bestand");
            fatima.see("vaadin-dialog-overlay", "Elk bestand dat u ophaalt komt in het logboek");
            Accessibility.check(fatima);
            // when
            var acts = new TreeSet<Integer>();
            for (var format : COUNTS.keySet()) {
                var lines = taken(fatima, format);
                // then
                then(lines).as(format).hasSizeGreaterThan(5);
                acts.add(distinctActs(format, lines).size());
            }
            then(acts).as("acts in each file, of the same lines").hasSize(1);
            then(fatima.complaints()).isEmpty();
        }
    }

    private static List<JsonObject> taken(Person person, String format) throws IOException {
        var download = person.page()
                .waitForDownload(() -> person.find(".export-" + format).click());
        var text = Files.readString(download.path());
        then(text).doesNotContain("\u0000").endsWith("\n");
        if (format.equals("LOGBOEK_DATAVERWERKINGEN")) {
            then(text).doesNotContain("Noor", "van Dijk", "Amina", "CARE_COORDINATOR");
        } else {
            then(text).contains("Noor van Dijk", CASE);
        }
        var objects = new ArrayList<JsonObject>();
        for (var line : text.split("\n")) {
            try (var reader = Json.createReader(new StringReader(line))) {
                objects.add(reader.readObject());
            }
        }
        return objects;
    }

    private static Set<String> distinctActs(String format, List<JsonObject> lines) {
        return lines.stream()
                .map(line -> line.getString(COUNTS.get(format)).replace("-consent", ""))
                .collect(Collectors.toSet());
    }

    @Test
    @Order(2)
    void the_log_has_two_lines_for_each_that_say_which_format_and_how_many_lines_left() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            var said = new ArrayList<String>();
            fatima.open("officer/log?action=EXPORT_LOG").see(".log-result", "haalde logregels op als bestand");
            for (var code : fatima.find(".log-code").all()) {
                code.click();
                said.add(fatima.find("vaadin-dialog-overlay").innerText());
                fatima.press("Sluit");
                fatima.page()
                        .waitForCondition(
                                () -> fatima.find("vaadin-dialog-overlay").count() == 0);
            }
            for (var format : COUNTS.keySet()) {
                then(said).as(format).anyMatch(line -> line.contains("format=" + format + "; case=" + CASE));
                then(said).as(format).anyMatch(line -> line.matches("(?s).*format=" + format + "; lines=[1-9].*"));
            }
        }
    }

    @Test
    @Order(3)
    void who_may_not_read_the_log_gets_no_format_of_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open("officer/log").see("h2", "Dit kunt u niet bekijken");
            noor.press("Neem mee als bestand");
            noor.see("vaadin-dialog-overlay", "NEN 7513");
            var links = noor.find(".export-format").all();
            then(links).hasSize(4);
            for (var link : links) {
                var address = link.getAttribute("href").replaceFirst("^\\.?/", "");
                var answer = noor.page().request().get(noor.url() + address);
                then(answer.status()).isEqualTo(403);
                then(answer.body()).isEmpty();
            }
        }
    }
}
