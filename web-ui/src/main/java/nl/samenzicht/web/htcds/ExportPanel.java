package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.TreeMap;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.htcds.ExportCheck;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;

/** Exactly what a file holds, or would hold: cases, columns, and what stays and why. */
class ExportPanel extends Div {
    private static final long serialVersionUID = 1L;

    private ExportPanel(ExportCheck holds, String title) {
        addClassNames("panel", "import-check", "export-check");
        var heading = new H2(title);
        heading.setId("export-result");
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading);
        if (!holds.cases().isEmpty()) {
            add(
                    columns(holds),
                    list(
                            "export.cases.title",
                            holds.cases().stream()
                                    .map(each -> Terms.text("export.case", name(each.name()), each.values()))
                                    .toList()));
        }
        if (!holds.refused().isEmpty()) {
            add(list(
                    "export.refused.title",
                    holds.refused().stream()
                            .map(each -> name(each.name()) + ": " + whyNot(each.told()))
                            .toList()));
        }
        if (!holds.stays().isEmpty()) {
            add(list(
                    "export.stays.title",
                    new TreeMap<>(holds.stays())
                            .entrySet().stream()
                                    .map(each -> Terms.text("export.stays." + each.getKey(), each.getValue()))
                                    .toList()));
        }
    }

    /** What would leave, with the button that makes it so. */
    static ExportPanel before(ExportCheck holds, Runnable run) {
        if (holds.cases().isEmpty()) {
            var panel = new ExportPanel(holds, Terms.text("export.nothing.title"));
            panel.add(new Paragraph(Terms.text("export.nothing.text")));
            return panel;
        }
        var act = new Button(
                Terms.text("export.run", holds.cases().size()), VaadinIcon.DOWNLOAD_ALT.create(), click -> run.run());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        act.addClickListener(click -> act.setEnabled(true));
        act.setId("export-run");
        var panel = new ExportPanel(
                holds, Terms.text("export.before.title", holds.cases().size()));
        panel.add(act);
        return panel;
    }

    /** What left, with the file. */
    static ExportPanel after(ExportCheck holds, Component file) {
        var block = new Div(new Paragraph(Terms.text("export.done.text")), file);
        block.addClassName("import-block");
        var panel = new ExportPanel(
                holds, Terms.text("export.done.title", holds.cases().size()));
        panel.addComponentAtIndex(1, block);
        return panel;
    }

    private static Component columns(ExportCheck holds) {
        var table = new PlainTable(
                Terms.text("export.columns.caption"),
                List.of(Terms.text("import.columns.heading"), Terms.text("export.columns.filled")));
        holds.columns().forEach((heading, filled) -> table.row(List.of(heading, Integer.toString(filled))));
        return table;
    }

    private static Component list(String title, List<String> lines) {
        var list = new UnorderedList();
        list.addClassName("import-rules");
        lines.forEach(line -> list.add(new ListItem(line)));
        var block = new Div(new H3(Terms.text(title)), list);
        block.addClassName("export-part");
        return block;
    }

    private static String whyNot(Reason told) {
        return Terms.text(told == Reason.NOTHING_HERE ? "export.refused.nothing" : "denied." + told);
    }

    private static String name(CaseName name) {
        return name.number() + " " + name.codeName();
    }
}
