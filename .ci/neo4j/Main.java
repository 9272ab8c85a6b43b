import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server that looks to a test like the official image: Bolt on port 7687, data in /data,
 * user and password from NEO4J_AUTH ("user/password", or "none" for no authentication), and the
 * line "Bolt enabled on" in the log when it is ready. It has no HTTP port.
 */
final class Main {
  private static final int PORT = 7687;

  public static void main(String[] args) throws InterruptedException {
    String auth = System.getenv().getOrDefault("NEO4J_AUTH", "none");
    DatabaseManagementService server = start(!auth.equals("none"));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    if (!auth.equals("none")) {
      setPassword(server, auth.substring(auth.indexOf('/') + 1));
    }
    System.out.println("Bolt enabled on 0.0.0.0:" + PORT + ".");
    Thread.currentThread().join();
  }

  /**
   * Tests fill and empty the database without end. A server plans its queries anew each time its
   * size has changed much, and for each size of their parameters; here that took most of its time.
   */
  private static DatabaseManagementService start(boolean withPassword) {
    return new DatabaseManagementServiceBuilder(Path.of("/data"))
        .setConfig(GraphDatabaseSettings.auth_enabled, withPassword)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 128L * 1024 * 1024)
        .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
        .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("0.0.0.0", PORT))
        .build();
  }

  /** Runs at every start, so that a container that was killed comes back with the same password. */
  private static void setPassword(DatabaseManagementService server, String password) {
    server
        .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
        .executeTransactionally(
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", password));
  }
}
