package nl.samenzicht.web;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;

@Route("")
class HomeView extends VerticalLayout {
    private static final long serialVersionUID = 1L;

    HomeView() {
        add(new H1(getTranslation("app.name")));
    }
}
