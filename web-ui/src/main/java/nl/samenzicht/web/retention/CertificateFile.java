package nl.samenzicht.web.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.html.Anchor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenzicht.domain.retention.Certificate;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** The certificate of a destruction as a file, in plain words in the reader's language. */
final class CertificateFile {
    private CertificateFile() {}

    /** A link to it; each download asks anew. */
    static Anchor link(Supplier<Certificate> certificate) {
        return FileLink.to(Terms.text("retention.certificate.link"), "retention-certificate", () -> {
            var made = certificate.get();
            return Made.of(
                    "samenzicht-vernietiging-" + made.line().value() + ".txt",
                    "text/plain; charset=utf-8",
                    inWords(made).getBytes(UTF_8));
        });
    }

    static String inWords(Certificate made) {
        var counts = made.counts().stream()
                .map(each -> "- " + RetentionWords.counted(each))
                .collect(Collectors.joining("\n"));
        return Terms.text(
                "retention.certificate.text",
                made.agency(),
                String.join(", ", made.numbers()),
                counts,
                Terms.text("retention.basis." + made.basis()),
                Terms.text("retention.certificate.terms", String.valueOf(made.terms())),
                made.proposedBy(),
                Terms.moment(made.proposedAt()),
                made.approvedBy(),
                Terms.moment(made.approvedAt()),
                Terms.moment(made.destroyedAt()),
                made.line().value(),
                made.id(),
                made.digest());
    }
}
