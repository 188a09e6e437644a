// Loaded into the processes that the launcher starts: when the launcher is killed they end in order by themselves,
// rather than go on holding the port and the database.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
