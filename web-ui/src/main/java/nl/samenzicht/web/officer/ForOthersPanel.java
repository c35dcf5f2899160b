package nl.samenzicht.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.domain.officer.LogBundles;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** Lets somebody who does not trust us check the log: the bundle, the keys, and what to do with them. */
final class ForOthersPanel extends Div {
    private static final long serialVersionUID = 1L;

    ForOthersPanel(LogWords words, LogBundles bundles) {
        addClassNames("panel", "verify-others");
        var bundle = FileLink.to(
                words.text("verify.bundle.label"), "verify-bundle", () -> ExportDialog.file(bundles.export()));
        var keys = FileLink.to(
                words.text("verify.keys.label"),
                "verify-keys",
                () -> Made.of(
                        "samenzicht-log-keys.txt",
                        "text/plain;charset=utf-8",
                        bundles.keys().getBytes(UTF_8)));
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
}
