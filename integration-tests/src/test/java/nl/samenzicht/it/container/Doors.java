package nl.samenzicht.it.container;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way into the running product, as its own registries know them: pages, resources, servlets. */
@ApplicationScoped
public class Doors {

    @Inject
    ServletContext servlets;

    @Inject
    BeanManager beans;

    /** Returns a line for each: its kind, its method, and its address with the names of what varies. */
    public List<String> all() {
        var doors = new ArrayList<String>();
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .map(RouteBaseData::getTemplate)
                .forEach(template -> doors.add("page GET /" + template));
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Doors::operations)
                .forEach(doors::add);
        servlets.getServletRegistrations().values().stream()
                .filter(servlet -> !servlet.getName().startsWith("Arquillian"))
                .forEach(servlet -> servlet.getMappings().forEach(mapping -> doors.add("servlet GET " + mapping)));
        return doors.stream().distinct().sorted().toList();
    }

    private static Stream<String> operations(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(java.util.Objects::nonNull)
                        .map(http -> "resource " + http.value() + " /" + path(resource) + path(method)));
    }

    private static String path(AnnotatedElement element) {
        var path = Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value);
        return element instanceof Class<?>
                ? path.orElse("")
                : path.map(value -> "/" + value).orElse("");
    }
}
