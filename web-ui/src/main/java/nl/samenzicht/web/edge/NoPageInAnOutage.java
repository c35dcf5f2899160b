package nl.samenzicht.web.edge;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenzicht.security.database.DatabaseHealth;

/** Says that the database is away before a page is begun that could not be finished: half a page says nothing. */
public final class NoPageInAnOutage implements RequestHandler {
    private static final long serialVersionUID = 1L;

    private final transient DatabaseHealth health;

    public NoPageInAnOutage(DatabaseHealth health) {
        this.health = health;
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        boolean begins =
                (type == null || type.equals(RequestType.INIT.getIdentifier())) && "GET".equals(request.getMethod());
        if (!begins || health.isWell()) {
            return false;
        }
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, null);
        return true;
    }
}
