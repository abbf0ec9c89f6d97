// Runs each check against the sandbox of PLANNR_BASE_URL, with the token of PLANNR_ACCESS_TOKEN, and exits with 1 if one fails.
Func<Task>[] checks =
[
    Checks.Update_changes_the_label_that_List_returns,
    Checks.Wrong_token_throws_PlannrAuthenticationException,
    Checks.Unknown_connection_throws_PlannrNotFoundException,
    Checks.Null_label_throws_PlannrValidationException_that_names_the_field,
    Checks.Late_response_throws_PlannrTimeoutException_after_the_timeout,
    Checks.Cancellation_throws_OperationCanceledException_at_once,
    Checks.Fifty_slow_calls_at_once_end_within_the_timeout,
];

Console.WriteLine(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
var failed = 0;
foreach (var check in checks)
{
    try
    {
        await check();
        Console.WriteLine($"  Passed {check.Method.Name}");
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine($"  Failed {check.Method.Name}\n{exception}");
    }
}

return failed == 0 ? 0 : 1;
