package nl.samenzicht.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import nl.samenzicht.domain.officer.LogBundles;

/** Lets somebody who does not trust us check the log: the bundle, the keys, and what to do with them. */
final class ForOthersPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LogBundles bundles;

    ForOthersPanel(LogWords words, LogBundles bundles) {
        this.bundles = bundles;
        addClassNames("panel", "verify-others");
        var bundle = download(words.text("verify.bundle.label"), "verify-bundle", Downloads.of(bundles::export));
        var keys = download(
                words.text("verify.keys.label"), "verify-keys", DownloadHandler.fromInputStream(event -> keys()));
        var downloads = new Div(bundle, keys);
        downloads.addClassName("row-actions");
        var command = new Code("java -jar samenzicht-verifier.jar samenzicht-log-….zip --keys samenzicht-log-keys.txt");
        command.addClassName("verify-command");
        var hint = new Paragraph(words.text("verify.others.hint"));
        hint.addClassName("hint");
        add(
                new H2(words.text("verify.others.title")),
                new Paragraph(words.text("verify.others.text")),
                downloads,
                command,
                hint);
    }

    private static Anchor download(String label, String name, DownloadHandler content) {
        var anchor = new Anchor(content, label);
        anchor.addClassNames("log-export", name);
        anchor.getElement().setAttribute("router-ignore", true);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        return anchor;
    }

    private DownloadResponse keys() {
        var content = bundles.keys().getBytes(UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(content),
                "samenzicht-log-keys.txt",
                "text/plain;charset=utf-8",
                content.length);
    }
}
