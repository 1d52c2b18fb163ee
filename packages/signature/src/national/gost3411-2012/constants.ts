import { fromBase64 } from "../../bytes.ts";

/** π of RFC 6986 section 6.2: 256 octets. */
export const substitution = (): Uint8Array =>
  octets(
    "/O7dEc9uMRb7xPraI8UETel38NuTLpm6FzbxuxTNX8H5GGVa4lzvIYEcPEKLAY5PBYQCruNqj6AGC+2Yf9TTH+s0LFHqyEir8ipoov06zsy1cA5WCAx2Er9yE0ect12HFaGWKRB7msfzkXhvnZ6ysTJ1GT3/NYp+bVTGgMO9DVff9SSpPqhDydd51vZ8IrkD4A/s3nqUsLzc6ChQTjMKSqeXYHMeAGJEGrg4gmSfJkGtRUaSJ15VL4yjpX1p1ZU7B1izQIasHfcwN2vkiNnnieEbg0lMP/j+jVOqkMrYhWEgcWekLSsJW8ubJdC+5WxSWaZ00ub0tMDRZq/COUtjtg==",
  );

/** The twelve iteration constants of RFC 6986 section 6.5, each 64 octets, the lowest first. */
export const iterationConstants = (): Uint8Array =>
  octets(
    "B0Wm8lllgN0jTXTMNnR2BRXTYKQIKkKiAWlnkpHgfEv8xIV1jbhOcRbQRS5DdmovH3xlwIEvy+vp2soe2lsIsbebsSFwBHnmVs3L1xui3VXKpwrbwmG1XFiZ1hJrF7WaMQG1Fg9e1WGYKyMKcur+89e1cA9GneNPGi+dqYq1o2+yCroK9ZYemTHbeoZD9LbCCdtiYDc6ycGxnjWQ5A/i03t7KbEUderyix+cUl9e8QY1hD1qKPw5Cscvzius3HT1LtHjhLy+DCLxN+iToepTNL4DUpMzE7fYddYD7YIs16k/NV5orRxynX08XDN+hY5I3eRxXaDhSPnSZhXos98f71f+bHz9WBdg9WPqqX6iVnoWGicjtwD/36P1OiVHF82/vf8PgNc1njVKEIYWHxwVf2MjqWwMQT+amUdHraxr6ktufWRGekBo+jVPkDZyxXG/tsa+wmYf8gq0t5oct6b6z8aO8Jq0mn8YbKRCUfnEZi3AOTB6O8Okb9nTOh2urk+uk9QUOk1WhojzSjyiTEUXNQQFSiiDaUcGNyyCLcWrkgnJk3oZMz5H08mHv+bHxp45VAkkv/6GrFHsxaruFg7H9B7nAr/UDX+k2ahRWTXCrDYvxKXRK43RaZAGm5LLK4n0msTbTTtEtIke3jaccfi3TkFBbgwCqucDp8mTTUJbH5vbWiODUURhcmAqH8uS3DgOVJwHppqKK3uxzrLbC0QKgIQJDeC3Vdk8JEKJJRs6fTreXxbs2JpMlJsiMRZUWo837ZxFmPvHtHTDtjsV0fqYNvRSdjswbB56SzNprwJn558DYTMbiuH/H9t4iv8c50GJ8/PkskjlKjhSbwWApt6+qxst84HNpMprXdhvwEpZot6Ybkd9Hc2678q5SOrvcR2KeWaEFCGAASBhB6vru2v62JT+WmPNxgIw+4nI79CezXsg1xvxSpK8SJkbstnVF/T6UijhiKqkHeeGzJEYne+AXZufITDUEiD4dx3fvDI8pM16sUkEsIAT0roxFvFn5443",
  );

/**
 * The linear transformation of RFC 6986 section 6.4 as what it is: an MDS matrix over GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1
 * (O. Kazymyrov, V. Kazymyrova, 2013). Column i, low and high word.
 */
export const columns: readonly (readonly [low: number, high: number])[] = [
  [0x2b8ee083, 0x641c314b],
  [0x9ef5dc18, 0xa48b474f],
  [0x8a327728, 0xf97d86d9],
  [0x1810a89e, 0x5b068c65],
  [0xba93c138, 0x0321658c],
  [0x328a8950, 0xaccc9ca9],
  [0x1a83988e, 0x46b60f01],
  [0xb2468764, 0x83478b07],
];

function octets(base64: string): Uint8Array {
  const bytes = fromBase64(base64);
  if (!bytes) throw new TypeError("constants are base64");
  return bytes;
}
