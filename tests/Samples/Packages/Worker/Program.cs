using Plannr.Client;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddPlannrClient(builder.Configuration.GetSection("Plannr"));
builder.Services.AddHostedService<ConnectionLister>();
await builder.Build().RunAsync();
