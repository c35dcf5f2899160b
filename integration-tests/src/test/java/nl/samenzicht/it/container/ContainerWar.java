package nl.samenzicht.it.container;

import java.io.File;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.BDDAssertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The war that people run, and in it these tests with what they need. */
final class ContainerWar {
    private ContainerWar() {}

    static WebArchive withPlayers() {
        File war = Path.of(System.getProperty("product.folder"))
                .resolve("lib/samenzicht.war")
                .toFile();
        return ShrinkWrap.createFromZipFile(WebArchive.class, war)
                .addPackage(ContainerWar.class.getPackage())
                .addAsLibraries(jarOf(BDDAssertions.class), jarOf(ByteBuddy.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
