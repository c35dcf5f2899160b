package nl.samenzicht.web.edge;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;

/** Writes the nonce of the answer on each script of the first page, and lets the choice of colours run first. */
public class ScriptNonces implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ScriptNonces::mark);
    }

    private static void mark(IndexHtmlResponse response) {
        String nonce = SecurityHeaders.nonceOf((HttpServletRequest) response.getVaadinRequest());
        var document = response.getDocument();
        // before anything is drawn, so that nobody sees the other colours first
        document.head()
                .prependElement("script")
                .attr("src", response.getVaadinRequest().getContextPath() + "/theme.js");
        document.select("script").attr("nonce", nonce);
    }
}
