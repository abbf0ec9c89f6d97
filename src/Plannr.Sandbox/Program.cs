using Plannr.Sandbox;

const int Port = 5080;

try
{
    await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Port = Port });
    Console.WriteLine($$"""
        The Plannr sandbox listens on {{sandbox.BaseAddress}}. Ctrl-C stops it. Try:

          curl --request PUT {{sandbox.BaseAddress}}api/v1/oauth/connections/{{sandbox.ExampleConnection}} \
            --header "Authorization: Bearer {{sandbox.Token}}" \
            --header "Accept: application/json" \
            --header "Content-Type: application/json" \
            --data '{"label":"My Fundment Account 1"}'
        """);
    await sandbox.WaitForShutdownAsync();
    return 0;
}
catch (IOException exception)
{
    Console.Error.WriteLine($"The sandbox cannot listen on port {Port}: {exception.Message}");
    return 1;
}
