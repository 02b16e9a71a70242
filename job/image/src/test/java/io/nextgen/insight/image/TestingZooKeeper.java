package io.nextgen.insight.image;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServer;

/**
 * Where the leader is and which checkpoint is the last: on Kubernetes the API server keeps that.
 */
final class TestingZooKeeper implements AutoCloseable {
  private static final int TICK_MILLIS = 3000;

  private final ServerCnxnFactory connections;

  private TestingZooKeeper(ServerCnxnFactory connections) {
    this.connections = connections;
  }

  static TestingZooKeeper start(Path folder) throws Exception {
    Path data = Files.createDirectories(folder);
    ServerCnxnFactory connections = new NIOServerCnxnFactory();
    connections.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    connections.startup(new ZooKeeperServer(data.toFile(), data.toFile(), TICK_MILLIS));
    return new TestingZooKeeper(connections);
  }

  String address() {
    return "127.0.0.1:" + connections.getLocalPort();
  }

  @Override
  public void close() {
    connections.shutdown();
  }
}
