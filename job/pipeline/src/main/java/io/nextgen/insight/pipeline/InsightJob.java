package io.nextgen.insight.pipeline;

import io.nextgen.insight.pipeline.bronze.BronzeOptions;
import io.nextgen.insight.pipeline.bronze.ChatParser;
import io.nextgen.insight.pipeline.bronze.DriftBundler;
import io.nextgen.insight.pipeline.bronze.DriftReporter;
import io.nextgen.insight.pipeline.bronze.RecordRouter;
import io.nextgen.insight.pipeline.bronze.TicketParser;
import io.nextgen.insight.pipeline.config.EventTimeWatermarks;
import io.nextgen.insight.pipeline.config.FlinkSettings;
import io.nextgen.insight.pipeline.config.JobArguments;
import io.nextgen.insight.pipeline.config.LakeOptions;
import io.nextgen.insight.pipeline.config.OptionDocs;
import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.gold.ChatBatch;
import io.nextgen.insight.pipeline.gold.ChatEnrichment;
import io.nextgen.insight.pipeline.gold.EnrichedBatch;
import io.nextgen.insight.pipeline.gold.EnrichedBatchSplitter;
import io.nextgen.insight.pipeline.gold.EnrichedChat;
import io.nextgen.insight.pipeline.gold.RegionBatcher;
import io.nextgen.insight.pipeline.gold.RiskGate;
import io.nextgen.insight.pipeline.gold.RiskOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageSettings;
import io.nextgen.insight.pipeline.gold.salting.RegionSalting;
import io.nextgen.insight.pipeline.gold.salting.SaltedChat;
import io.nextgen.insight.pipeline.landing.LandingOptions;
import io.nextgen.insight.pipeline.landing.LandingSource;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.DriftReport;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.ChatDeduplicator;
import io.nextgen.insight.pipeline.silver.JoinedChat;
import io.nextgen.insight.pipeline.silver.JoinedTicket;
import io.nextgen.insight.pipeline.silver.PiiKey;
import io.nextgen.insight.pipeline.silver.PiiMasking;
import io.nextgen.insight.pipeline.silver.SilverOptions;
import io.nextgen.insight.pipeline.silver.TicketDelivery;
import io.nextgen.insight.pipeline.silver.TicketDirectory;
import io.nextgen.insight.pipeline.silver.TicketJoin;
import io.nextgen.insight.pipeline.silver.TicketRequest;
import io.nextgen.insight.pipeline.silver.masking.MaskingOptions;
import io.nextgen.insight.pipeline.tables.BronzeTables;
import io.nextgen.insight.pipeline.tables.GoldTables;
import io.nextgen.insight.pipeline.tables.LakeTable;
import io.nextgen.insight.pipeline.tables.LakeWriter;
import io.nextgen.insight.pipeline.tables.Promotion;
import io.nextgen.insight.pipeline.tables.SilverTables;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job, from files that land to tables that people query.
 *
 * <pre>
 *  landing ──► bronze.chats, bronze.tickets        as they came
 *     │ parse ──► bronze.dead_letters              what cannot go on, and why
 *     │       ──► bronze.schema_drift              fields that the contract does not know
 *     ▼
 *  keyBy(cust_id)   drop duplicates → join ticket → mask ──► silver.chats, silver.tickets
 *     │
 *     ▼
 *  salt the region → batch up to 10 → AsyncDataStream.orderedWait → Azure AI Language
 *     │
 *     ▼
 *  keyBy(cust_id)   risk gate ──► gold.customer_insights, gold.customer_risk
 * </pre>
 */
public final class InsightJob {

  public static final String NAME = "Customer Insight Engine";

  private static final Logger LOG = LoggerFactory.getLogger(InsightJob.class);

  private InsightJob() {}

  public static void main(String[] args) throws Exception {
    Configuration job = JobArguments.parse(args, rules());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env, job);
    env.execute(NAME);
  }

  /**
   * Builds the job: the flow on the landing folder, whose tables are written at checkpoints.
   *
   * @throws org.apache.flink.configuration.IllegalConfigurationException when an option or a
   *     setting of Flink's is missing or cannot be; nothing was created then
   */
  public static void define(StreamExecutionEnvironment env, Configuration job) {
    FlinkSettings.requireCheckpoints(env.getConfiguration());
    StartCheck.check(job, env.getConfiguration());
    defineFlow(env, landing(job), job);
  }

  /** The landing folder that the options name, watched for ever. */
  public static Source<LandedRecord, ?, ?> landing(Configuration job) {
    return LandingSource.watching(job);
  }

  /**
   * Builds the flow on a source of landed records; tests bring their own.
   *
   * @throws org.apache.flink.configuration.IllegalConfigurationException when an option is missing
   *     or cannot be
   */
  public static void defineFlow(
      StreamExecutionEnvironment env, Source<LandedRecord, ?, ?> landing, Configuration job) {
    // State that no later version could find or read is a mistake from the start: an operator
    // without a uid, a type that Flink would hand to Kryo.
    env.configure(
        new Configuration()
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
            .set(PipelineOptions.GENERIC_TYPES, false));
    StartCheck.check(job, env.getConfiguration());
    StartCheck.warnings(job).forEach(LOG::warn);
    LakeWriter lake = new LakeWriter(job, Configuration.fromMap(env.getConfiguration().toMap()));

    // Bronze: as it came, and what the contract makes of it.
    SingleOutputStreamOperator<LandedRecord> landedChats =
        env.fromSource(landing, WatermarkStrategy.noWatermarks(), "landing")
            .uid("landing")
            .process(new RecordRouter())
            .name("chats or tickets?")
            .uid("record-router");
    DataStream<LandedRecord> landedTickets = landedChats.getSideOutput(RecordRouter.TICKETS);
    SingleOutputStreamOperator<Chat> chats =
        landedChats.process(new ChatParser()).name("parse chats").uid("chat-parser");
    SingleOutputStreamOperator<Ticket> tickets =
        landedTickets.process(new TicketParser()).name("parse tickets").uid("ticket-parser");
    lake.write(landedChats, BronzeTables.CHATS);
    lake.write(landedTickets, BronzeTables.TICKETS);

    DataStream<DriftReport> schemaDrift =
        chats
            .getSideOutput(ChatParser.SCHEMA_DRIFT)
            .union(tickets.getSideOutput(TicketParser.SCHEMA_DRIFT))
            .transform(
                "bundle drifted fields", TypeInformation.of(SchemaDrift.class), new DriftBundler())
            .uid("drift-bundler")
            .keyBy(field -> field.kind().name())
            .process(new DriftReporter(job))
            .name("report schema drift")
            .uid("drift-reporter");
    lake.write(schemaDrift, BronzeTables.SCHEMA_DRIFT);

    // Silver: each chat once, with its ticket, without personal data. The steps share their key, so
    // at the same parallelism records stay where they are; but that is the autoscaler's to choose,
    // for each step, so each is keyed and none takes the partitioning of the one before for its
    // own.
    DataStream<Chat> uniqueChats =
        chats
            .keyBy(Chat::custId)
            .process(new ChatDeduplicator(job))
            .name("drop duplicates")
            .uid(PiiKey.uid("chat-deduplicator", job));
    DataStream<TicketDelivery> deliveries =
        uniqueChats
            .flatMap(new TicketRequest.OfChat())
            .name("ask for ticket")
            .uid("ticket-request")
            .keyBy(TicketRequest::ticketId)
            .connect(tickets.keyBy(Ticket::ticketId))
            .process(new TicketDirectory(job))
            .name("ticket directory")
            .uid(PiiKey.uid("ticket-directory", job));
    SingleOutputStreamOperator<JoinedChat> joined =
        uniqueChats
            .keyBy(Chat::custId)
            .connect(deliveries.keyBy(TicketDelivery::custId))
            .process(new TicketJoin(job))
            .name("join ticket")
            .uid(PiiKey.uid("ticket-join", job));
    DataStream<JoinedTicket> joinedTickets = joined.getSideOutput(TicketJoin.TICKETS);
    SingleOutputStreamOperator<SilverChat> silverChats =
        joined
            .keyBy(each -> each.chat().custId())
            .connect(joinedTickets.keyBy(each -> each.ticket().custId()))
            .process(new PiiMasking(job))
            .name("mask personal data")
            .uid(PiiKey.uid("pii-masking", job));
    Promotion promotion =
        Promotion.of(
            SilverOptions.PROMOTED_FIELDS,
            job.get(SilverOptions.PROMOTED_FIELDS),
            SilverTables.CHATS);
    lake.write(silverChats, SilverTables.chats(promotion));
    lake.write(silverChats.getSideOutput(PiiMasking.TICKETS), SilverTables.TICKETS);

    // Gold: read by the AI in batches of one region each, then decided customer by customer.
    DataStream<SaltedChat> salted =
        RegionSalting.salt(
            silverChats
                .assignTimestampsAndWatermarks(EventTimeWatermarks.strategy(job))
                .name("event time")
                .uid("event-time"));
    DataStream<ChatBatch> batches =
        salted
            .keyBy(SaltedChat::regionKey)
            .process(new RegionBatcher(job))
            .name("batch by region")
            .uid("region-batcher");
    DataStream<EnrichedBatch> enrichedBatches =
        AsyncDataStream.orderedWait(
                batches,
                new ChatEnrichment(LanguageSettings.from(job)),
                job.get(LanguageOptions.TIMEOUT).toMillis(),
                TimeUnit.MILLISECONDS,
                job.get(LanguageOptions.CAPACITY))
            .name("Azure AI Language")
            .uid("chat-enrichment");
    SingleOutputStreamOperator<EnrichedChat> enriched =
        enrichedBatches
            .process(new EnrichedBatchSplitter())
            .name("split batches")
            .uid("enriched-batch-splitter");
    SingleOutputStreamOperator<CustomerInsight> insights =
        enriched
            .keyBy(each -> each.chat().custId())
            .process(new RiskGate(job))
            .name("risk gate")
            .uid("risk-gate");
    lake.write(insights, GoldTables.CUSTOMER_INSIGHTS);
    lake.write(insights.getSideOutput(RiskGate.CUSTOMER_RISK), GoldTables.CUSTOMER_RISK);

    DataStream<DeadLetter> deadLetters =
        landedChats
            .getSideOutput(RecordRouter.DEAD_LETTERS)
            .union(
                chats.getSideOutput(ChatParser.DEAD_LETTERS),
                tickets.getSideOutput(TicketParser.DEAD_LETTERS),
                enriched.getSideOutput(EnrichedBatchSplitter.DEAD_LETTERS));
    lake.write(deadLetters, BronzeTables.DEAD_LETTERS);
  }

  /** Every table that the job writes, in the order of the flow. */
  public static List<LakeTable<?>> tables() {
    return List.of(
        BronzeTables.CHATS,
        BronzeTables.TICKETS,
        BronzeTables.DEAD_LETTERS,
        BronzeTables.SCHEMA_DRIFT,
        SilverTables.CHATS,
        SilverTables.TICKETS,
        GoldTables.CUSTOMER_INSIGHTS,
        GoldTables.CUSTOMER_RISK);
  }

  /** What the job's options may be. */
  public static OptionRules rules() {
    return OptionRules.allOf(
        LakeOptions.RULES,
        LandingOptions.RULES,
        BronzeOptions.RULES,
        SilverOptions.RULES,
        PiiKey.RULES,
        MaskingOptions.RULES,
        LanguageOptions.RULES,
        RiskOptions.RULES);
  }

  /** Every option of the job, stage by stage. */
  public static List<ConfigOption<?>> options() {
    return OptionDocs.declaredIn(
        LakeOptions.class,
        LandingOptions.class,
        BronzeOptions.class,
        SilverOptions.class,
        PiiKey.class,
        MaskingOptions.class,
        LanguageOptions.class,
        RiskOptions.class);
  }
}
