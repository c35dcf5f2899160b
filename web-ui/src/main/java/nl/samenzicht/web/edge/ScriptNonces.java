package nl.samenzicht.web.edge;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;

/** Writes the nonce of the answer on each script of the first page. */
public class ScriptNonces implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ScriptNonces::mark);
    }

    private static void mark(IndexHtmlResponse response) {
        String nonce = SecurityHeaders.nonceOf((HttpServletRequest) response.getVaadinRequest());
        response.getDocument().select("script").attr("nonce", nonce);
    }
}
