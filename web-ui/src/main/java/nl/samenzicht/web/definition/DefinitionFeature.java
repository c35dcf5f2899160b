package nl.samenzicht.web.definition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CasePlace;

/** Reads what a case says of the exploitation under every definition, from what is on the screen already. */
@ApplicationScoped
class DefinitionFeature implements CaseFeature {

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Component> actions(CasePlace place, SectionView section) {
        if (section.category() != DataCategory.SIGNAL) {
            return List.of();
        }
        var said = ItemView.said(section.items());
        if (said.isEmpty()) {
            return List.of();
        }
        var button = new Button(Terms.text("definition.panel.title"), VaadinIcon.SCALE.create(), click -> show(said));
        button.addClassName("definitions-show");
        return List.of(button);
    }

    private static void show(Map<String, String> said) {
        var dialog = new Dialog(new DefinitionsPanel(said));
        dialog.setHeaderTitle(Terms.text("definition.panel.title"));
        dialog.setWidth("640px");
        dialog.getFooter().add(new Button(Terms.text("form.close"), click -> dialog.close()));
        dialog.open();
    }
}
