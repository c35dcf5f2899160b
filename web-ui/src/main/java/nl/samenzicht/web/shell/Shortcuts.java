package nl.samenzicht.web.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Keys that go somewhere, and the sheet that says which. They can be switched off on a device (WCAG 2.1.4). */
@Tag("samenzicht-shortcuts")
class Shortcuts extends Component {
    private static final long serialVersionUID = 1L;
    private static final List<String> SHEET = List.of("search", "cases", "start", "list", "back", "sheet");

    Shortcuts() {
        getElement().getStyle().set("display", "none");
        addAttachListener(attached -> {
            attached.getUI().getPage().addJavaScript("shortcuts.js");
            getElement()
                    .executeJs("const start = () => window.samenzichtKeys"
                            + " ? window.samenzichtKeys.attach(this) : setTimeout(start, 50); start();");
        });
    }

    @ClientCallable
    private void show(boolean on) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("shell.keys.title"));
        var body = new NativeTableBody();
        SHEET.forEach(each -> {
            var key = new NativeTableHeaderCell(new Span(getTranslation("shell.keys." + each + ".key")));
            key.getElement().setAttribute("scope", "row");
            key.addClassName("keys-key");
            body.add(new NativeTableRow(key, new NativeTableCell(getTranslation("shell.keys." + each + ".text"))));
        });
        var table = new NativeTable(body);
        table.addClassName("keys");
        var use = new Checkbox(getTranslation("shell.keys.use"), on);
        use.addValueChangeListener(
                change -> getElement().executeJs("window.samenzichtKeys.use($0)", change.getValue()));
        dialog.add(table, use);
        dialog.getFooter().add(new Button(getTranslation("form.close"), click -> dialog.close()));
        dialog.open();
    }
}
