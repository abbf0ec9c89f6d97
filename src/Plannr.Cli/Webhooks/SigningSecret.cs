using Plannr.Cli.Api;

namespace Plannr.Cli.Webhooks;

/// <summary>
/// Reads the secret that verifies the signatures of webhooks. It comes from a file, the environment or Plannr, but never from the command
/// line, which other users can see.
/// </summary>
internal static class SigningSecret
{
    public const string Variable = "PLANNR_WEBHOOK_SECRET";

    /// <summary>Returns the secret from a file.</summary>
    /// <param name="path">The file, or <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The file cannot be read, other users can read it, or it is empty.</exception>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        var file = new SecretFile(path, "secret file", "--secret-file", "do not trust signatures of this secret if somebody may have read it", ExitCode.Usage);
        return Checked(await file.ReadAsync(cancellationToken), file.Source);
    }

    /// <summary>Returns the secret from the environment.</summary>
    /// <exception cref="CommandFailure">The environment does not contain a secret.</exception>
    public static string OfEnvironment()
        => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? Checked(text, Variable)
            : throw new CommandFailure($"There is no signing secret. Set {Variable}, pass a file with --secret-file, or pass the webhook subscription with --subscription.");

    /// <summary>Returns the secret of a subscription.</summary>
    /// <exception cref="CommandFailure">The response does not contain a secret.</exception>
    public static async Task<string> OfSubscriptionAsync(ApiSession session, Guid uuid, CancellationToken cancellationToken)
    {
        var plannr = await session.ClientAsync(cancellationToken);
        var subscription = await plannr.WebhookSubscriptions.GetAsync(uuid, cancellationToken: cancellationToken);
        return Checked(subscription.SigningSecret ?? "", $"the webhook subscription {uuid}");
    }

    private static string Checked(string text, string source)
        => text.Trim() is { Length: > 0 } secret ? secret : throw new CommandFailure($"The signing secret of {source} is empty, so anybody could create a valid signature.");
}
