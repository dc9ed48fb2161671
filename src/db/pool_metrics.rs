//! Metrics of the connection pools.

use std::fmt;

use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeMetric},
    metrics::{MetricType, gauge::ConstGauge},
};

use super::Database;

/// Reads the pools whenever the metrics are read.
#[derive(Debug)]
pub struct PoolMetrics(pub Database);

impl Collector for PoolMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let pools = self.0.pools();
        let label = |pool: &'static str| [("pool", pool)];
        let help = "Connections to the database, by pool and state.";
        let mut count =
            encoder.encode_descriptor("db_client_connection_count", help, None, MetricType::Gauge)?;
        for pool in &pools {
            for (state, number) in [("used", pool.used), ("idle", pool.idle)] {
                let labels = [("pool", pool.name), ("state", state)];
                ConstGauge::new(number).encode(count.encode_family(&labels)?)?;
            }
        }
        let help = "The most connections that a pool may have.";
        let mut max = encoder.encode_descriptor("db_client_connection_max", help, None, MetricType::Gauge)?;
        for pool in &pools {
            ConstGauge::new(pool.max).encode(max.encode_family(&label(pool.name))?)?;
        }
        let help = "How long those waited for a connection who had to, in seconds.";
        let name = "db_client_connection_wait_time_seconds";
        let mut waits = encoder.encode_descriptor(name, help, None, MetricType::Histogram)?;
        for pool in &pools {
            pool.waits.encode(waits.encode_family(&label(pool.name))?)?;
        }
        let help = "How often the wait for a connection was given up.";
        let mut timeouts =
            encoder.encode_descriptor("db_client_connection_timeouts", help, None, MetricType::Counter)?;
        for pool in &pools {
            pool.timeouts.encode(timeouts.encode_family(&label(pool.name))?)?;
        }
        Ok(())
    }
}
