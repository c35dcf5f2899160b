package nl.samenzicht.web.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/**
 * Lets a web socket listen only after it has opened. Tyrus sets its read listener while it opens, and that listener waits for
 * the opening. When the first words of the other side are there already, the server calls the listener at once, in the same
 * thread, which then waits for itself for ever (Payara 6.2025.10 with Tyrus 2.1): the page of that person stands still, and
 * two hundred strangers who talk too soon take every thread there is. So the listener is kept until the socket is open.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OpenBeforeListening implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        chain.doFilter(http.getHeader("Upgrade") == null ? http : new Upgrading(http), response);
    }

    private static final class Upgrading extends HttpServletRequestWrapper {
        Upgrading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            var patient = super.upgrade(Patient.class);
            try {
                T handler = type.getDeclaredConstructor().newInstance();
                patient.handler = handler;
                return handler;
            } catch (ReflectiveOperationException e) {
                throw new ServletException(e);
            }
        }
    }

    /** Opens another handler, and only then gives it what there is to read. The container makes it. */
    public static final class Patient implements HttpUpgradeHandler {
        private HttpUpgradeHandler handler;

        @Override
        public void init(WebConnection connection) {
            var later = new Later(connection);
            handler.init(later);
            later.listen();
        }

        @Override
        public void destroy() {
            handler.destroy();
        }
    }

    private static final class Later implements WebConnection {
        private final WebConnection connection;
        private LaterInput input;
        private volatile boolean closed;

        Later(WebConnection connection) {
            this.connection = connection;
        }

        void listen() {
            if (input != null && !closed) {
                input.listen();
            }
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            input = new LaterInput(connection.getInputStream());
            return input;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws Exception {
            closed = true;
            connection.close();
        }
    }

    private static final class LaterInput extends ServletInputStream {
        private final ServletInputStream input;
        private ReadListener listener;

        LaterInput(ServletInputStream input) {
            this.input = input;
        }

        void listen() {
            if (listener != null) {
                input.setReadListener(listener);
            }
        }

        @Override
        public void setReadListener(ReadListener later) {
            listener = later;
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return input.read(bytes, offset, length);
        }

        @Override
        public int available() throws IOException {
            return input.available();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
