import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j server for the integration tests: {@code Neo4jServer HOME CONF}; runs until its standard input ends. */
public class Neo4jServer {
    public static void main(String[] args) throws Exception {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .loadPropertiesFromFile(Path.of(args[1]))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("READY");
        while (System.in.read() >= 0) {
            // The tests hold the other end: it closes with them, however they end.
        }
        System.exit(0);
    }
}
