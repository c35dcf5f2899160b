package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import nl.samenzicht.domain.interop.LogExports;
import nl.samenzicht.domain.interop.LogFormat;
import nl.samenzicht.domain.officer.LogExport;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** Lets an officer choose in which format the lines that are shown are taken out. */
final class ExportDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;

    ExportDialog(LogWords words, LogExports exports, LogQuery query) {
        this.words = words;
        setHeaderTitle(words.text("log.export.title"));
        addClassName("export-dialog");
        setWidth("640px");
        setMaxWidth("100%");
        var formats = new Div();
        formats.addClassName("export-formats");
        for (var format : LogFormat.values()) {
            formats.add(choice(format, exports, query));
        }
        add(new Paragraph(words.text("log.export.intro")), formats);
        getFooter().add(new Button(words.text("log.export.close"), click -> close()));
    }

    private Component choice(LogFormat format, LogExports exports, LogQuery query) {
        var name = new Span(words.text("log.export.format." + format));
        name.addClassName("export-name");
        var hint = new Span(words.text("log.export.hint." + format));
        hint.addClassName("export-hint");
        var icon = VaadinIcon.DOWNLOAD_ALT.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var choice = new Anchor(FileLink.answer(() -> file(exports.export(format, query.question()))), "");
        choice.add(icon, name, hint);
        choice.addClassNames("export-format", "export-" + format);
        choice.getElement().setAttribute("router-ignore", true);
        return choice;
    }

    /** What was admitted, as a file to send. */
    static Made file(LogExport export) {
        return new Made(export.name(), export.mediaType(), export.content()::writeTo);
    }
}
