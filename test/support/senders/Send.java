// Sends one event to Graph as Java servers do: Send.java CLIENT EVENT_ID. Proxy and trust are settings of the JVM.
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;

public class Send {
  public static void main(String[] args) throws Exception {
    String address = "https://graph.facebook.com/v25.0/1234567890/events";
    String event = "[{\"event_name\":\"Lead\",\"event_time\":" + System.currentTimeMillis() / 1000 + ",\"event_id\":\"" + args[1]
        + "\",\"action_source\":\"system_generated\",\"user_data\":{\"external_id\":\"7\"}}]";
    String form = "access_token=secretQ9&data=" + URLEncoder.encode(event, StandardCharsets.UTF_8);
    String type = "application/x-www-form-urlencoded";
    if (args[0].equals("HttpsURLConnection")) {
      HttpsURLConnection connection = (HttpsURLConnection) new URL(address).openConnection();
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", type);
      connection.setDoOutput(true);
      connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
      System.out.println(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } else {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", type)
          .POST(HttpRequest.BodyPublishers.ofString(form)).build();
      System.out.println(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
