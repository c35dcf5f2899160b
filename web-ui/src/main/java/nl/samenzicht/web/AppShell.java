package nl.samenzicht.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The page around every view. The style sheet is a static file: a theme of our own would need a front-end build.
 * Requests go by XHR and only pushes by web socket, so that each request passes the servlet filters.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Samenzicht");
        settings.addLink("stylesheet", "samenzicht.css");
        settings.addFavIcon("icon", "icon.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
        settings.addMetaTag("referrer", "no-referrer");
    }
}
