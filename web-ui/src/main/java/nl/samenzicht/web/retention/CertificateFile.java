package nl.samenzicht.web.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenzicht.domain.retention.Certificate;
import nl.samenzicht.web.Terms;

/** A link to the certificate of a destruction, as plain text in the reader's language. Each download asks anew. */
class CertificateFile extends Anchor {
    private static final long serialVersionUID = 1L;

    CertificateFile(Supplier<Certificate> certificate) {
        setText(Terms.text("retention.certificate.link"));
        addClassName("retention-certificate");
        getElement().setAttribute("router-ignore", true);
        addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        setHref(DownloadHandler.fromInputStream(event -> {
            var made = certificate.get();
            var text = inWords(made).getBytes(UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(text),
                    "samenzicht-vernietiging-" + made.line().value() + ".txt",
                    "text/plain; charset=utf-8",
                    text.length);
        }));
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
