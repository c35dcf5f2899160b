package nl.samenzicht.it.container;

import java.io.File;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.BDDAssertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application that people run with the libraries that lie beside the server, and in it these tests with what they need. */
final class ContainerWar {
    private ContainerWar() {}

    static WebArchive withPlayers() {
        Path lib = Path.of(System.getProperty("product.folder")).resolve("lib");
        return ShrinkWrap.create(WebArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(lib.resolve("application").toFile())
                .as(WebArchive.class)
                .addAsLibraries(lib.resolve("beside").toFile().listFiles())
                .addPackage(ContainerWar.class.getPackage())
                .addAsLibraries(jarOf(BDDAssertions.class), jarOf(ByteBuddy.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
