package io.lumiere.solr.node;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.zookeeper.server.ServerConfig;
import org.apache.zookeeper.server.ZooKeeperServerMain;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;

/** A ZooKeeper on loopback: {@code ZooKeeperNode PORT FOLDER}. Thread-safe. */
public final class ZooKeeperNode {
  private ZooKeeperNode() {}

  /** Runs until the parent ends. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    System.setProperty("zookeeper.admin.enableServer", "false");
    System.setProperty("zookeeper.jmx.log4j.disable", "true");
    Properties properties = new Properties();
    properties.setProperty("dataDir", Path.of(args[1]).toAbsolutePath().toString());
    properties.setProperty("clientPort", args[0]);
    properties.setProperty("clientPortAddress", "127.0.0.1");
    properties.setProperty("tickTime", "1000");
    properties.setProperty("maxClientCnxns", "200");
    QuorumPeerConfig quorum = new QuorumPeerConfig();
    quorum.parseProperties(properties);
    ServerConfig config = new ServerConfig();
    config.readFrom(quorum);
    new ZooKeeperServerMain().runFromConfig(config);
  }
}
